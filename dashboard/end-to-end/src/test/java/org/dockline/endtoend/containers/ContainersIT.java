package org.dockline.endtoend.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dockline.station.snapshot.SnapshotLayout;
import org.dockline.station.wire.SnapshotJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The images and the compose file, run for real: every service is killed, Kafka and the warehouse
 * are paused, networks are cut, and everything is started again; then nothing is lost and nothing
 * is double. The same on a cluster of brokers and Spark workers, and what an operator does with the
 * system. Takes half an hour and an engine.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 90, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ContainersIT {

  private static final Path LAB = ProjectFiles.folder().resolve("target/lab");

  private static final String BASE = "eclipse-temurin:25-jre-noble";

  @BeforeAll
  static void needAnEngine() throws Exception {
    Programs.need(
        Boolean.getBoolean("dockline.long"), "containers are run in the full counts alone");
    Programs.need(Programs.succeeds("docker", "info"), "no Docker engine answers here");
    Programs.need(
        Programs.succeeds("docker", "image", "inspect", BASE)
            || Programs.succeeds("docker", "pull", "-q", BASE),
        "the engine has no image " + BASE + " and can't get it");
    assertThat(Programs.run("docs/operations/build.sh", "--built")).isZero();
  }

  /** What is looked at stands in the script, and is told while it runs. First, as it is shorter. */
  @Test
  @Order(1)
  void streamAndBatchShareACluster() throws Exception {
    assertThat(Programs.run("docs/operations/lab/cluster.sh")).isZero();
  }

  /** As docs/operations.md tells an operator to do them. */
  @Test
  @Order(2)
  void proceduresOfOperationDoWhatTheySay() throws Exception {
    assertThat(Programs.run("docs/operations/lab/procedures.sh")).isZero();
  }

  @Test
  @Order(3)
  void nothingIsLostAndNothingIsDouble() throws Exception {
    assertThat(Programs.run("docs/operations/lab/trial.sh")).isZero();
    String sent = Files.readString(LAB.resolve("topic-end")).strip();
    assertThat(counted(archived(), "partition, \"offset\"")).containsExactly(sent, sent);
    assertThat(counted(recent(), "contract, station_id, polled_at, source"))
        .containsExactly(sent, sent);
  }

  private static List<Path> archived() throws IOException {
    try (Stream<Path> files = Files.list(LAB.resolve("archive/stations_topic"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).toList();
    }
  }

  private static List<Path> recent() throws IOException {
    Path recent = LAB.resolve("recent");
    byte[] current = Files.readAllBytes(recent.resolve(SnapshotLayout.CURRENT));
    return SnapshotJson.decodeRecentManifest(current).files().stream()
        .map(file -> recent.resolve(file.path()))
        .toList();
  }

  /** Rows of Parquet files, and distinct ones by what identifies them. */
  private static List<String> counted(List<Path> files, String identity) throws SQLException {
    String list =
        files.stream().map(file -> "'" + file + "'").collect(Collectors.joining(",", "[", "]"));
    String query =
        "SELECT COUNT(*), COUNT(DISTINCT (" + identity + ")) FROM read_parquet(" + list + ")";
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return List.of(rows.getString(1), rows.getString(2));
    }
  }
}
