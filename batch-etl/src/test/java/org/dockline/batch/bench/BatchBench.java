package org.dockline.batch.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dockline.batch.BatchEtl;
import org.dockline.batch.testing.TestTopics;
import org.dockline.station.testing.BrokerProcess;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.jdbc.JdbcWarehouse;
import org.dockline.warehouse.jdbc.WarehouseLogin;

/**
 * One day out of a topic of one partition into the embedded warehouse: by Dockline with every rule,
 * by Spark's own JDBC writer without any, and by a plain program of one thread.
 */
public final class BatchBench {

  private static final List<String> FLAGS = List.of("-Xmx1g", "-XX:+UseParallelGC");
  private static final int SEND_AT_ONCE = 100_000;

  private final Path folder;
  private final String bootstrapServers;
  private final List<String> table = new ArrayList<>();

  private BatchBench(Path folder, String bootstrapServers) {
    this.folder = folder;
    this.bootstrapServers = bootstrapServers;
  }

  /** Arguments: millions of records, one run for each; 7.2 when there is none. */
  public static void main(String[] args) throws Exception {
    List<String> sizes = args.length == 0 ? List.of("7.2") : List.of(args);
    Path folder = Files.createTempDirectory("dockline-bench");
    try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"))) {
      BatchBench bench = new BatchBench(folder, broker.bootstrapServers());
      for (String size : sizes) {
        bench.measure(Math.round(Double.parseDouble(size) * 1e6));
      }
      System.out.println(
          "%-44s %8s %10s %9s %9s %9s %9s %8s"
              .formatted(
                  "", "wall s", "records/s", "CPU s", "CPU s H2", "MiB", "MiB H2", "file MiB"));
      bench.table.forEach(System.out::println);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private interface Way {
    List<String> main(WarehouseLogin warehouse) throws Exception;
  }

  private void measure(long about) throws Exception {
    BenchDay day = BenchDay.ofRecords(about);
    try (TestTopics topics = TestTopics.create(bootstrapServers, "_" + day.stations(), 1)) {
      long records = pour(day, topics);
      String date = BenchDay.DAY.date().toString();
      row(records, "Dockline", topics, w -> dockline(date));
      row(
          records,
          "Spark's JDBC append, no rule",
          topics,
          w -> plain(SparkAppend.class, topics, w));
      row(records, "plain consumer, no rule", topics, w -> plain(PlainConsumer.class, topics, w));
    }
  }

  private long pour(BenchDay day, TestTopics topics) {
    System.out.println("Pouring a day of " + day.stations() + " stations");
    long[] waiting = {0};
    long records =
        day.forEach(
            o -> {
              topics.sendLater(o);
              if (++waiting[0] % SEND_AT_ONCE == 0) {
                topics.flush();
              }
            });
    topics.report(BenchDay.DAY.settledAt().plusSeconds(1));
    return records;
  }

  private void row(long records, String what, TestTopics topics, Way way) throws Exception {
    System.out.println(what + ", " + records + " records");
    Path place = Files.createTempDirectory(folder, "run");
    try (BenchWarehouse warehouse = BenchWarehouse.start(place.resolve("warehouse"))) {
      List<String> main = way.main(warehouse.login());
      double serverBefore = warehouse.process().cpuSeconds();
      long start = System.nanoTime();
      try (MeasuredProcess process =
          MeasuredProcess.start(
              FLAGS, environment(topics, warehouse, place), place.resolve("log"), main)) {
        process.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        MeasuredProcess server = warehouse.process();
        table.add(
            String.format(
                Locale.ROOT,
                "%-44s %8.1f %,10.0f %9.1f %9.1f %9d %9d %8d",
                String.format(Locale.ROOT, "%,d records, %s", records, what),
                seconds,
                records / seconds,
                process.cpuSeconds(),
                server.cpuSeconds() - serverBefore,
                process.peakMib(),
                server.peakMib(),
                warehouse.fileMib()));
        System.out.println(table.getLast());
      }
      check(warehouse.login(), what);
    }
  }

  private static void check(WarehouseLogin login, String what) {
    if (what.equals("Dockline")) {
      try (Warehouse warehouse = JdbcWarehouse.open(login, Clock.systemUTC())) {
        warehouse.listRuns(1).forEach(System.out::println);
      }
    }
  }

  private static List<String> dockline(String date) {
    return List.of(BatchEtl.class.getName(), "load", "--day", date);
  }

  private List<String> plain(Class<?> main, TestTopics topics, WarehouseLogin warehouse)
      throws Exception {
    PlainTable.create(warehouse);
    return List.of(
        main.getName(),
        bootstrapServers,
        topics.address().stationsTopic(),
        warehouse.url(),
        warehouse.user(),
        warehouse.password().reveal());
  }

  private Map<String, String> environment(TestTopics topics, BenchWarehouse warehouse, Path place) {
    return Map.of(
        "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers,
        "STATIONS_TOPIC", topics.address().stationsTopic(),
        "POLLS_TOPIC", topics.address().pollsTopic(),
        "REJECTED_TOPIC", topics.address().rejectedTopic(),
        "WAREHOUSE_URL", warehouse.login().url(),
        "WAREHOUSE_USER", warehouse.login().user(),
        "WAREHOUSE_PASSWORD", warehouse.login().password().reveal(),
        "SNAPSHOT_DIR", place.resolve("snapshots").toString(),
        "ARCHIVE_DIR", place.resolve("archive").toString());
  }
}
