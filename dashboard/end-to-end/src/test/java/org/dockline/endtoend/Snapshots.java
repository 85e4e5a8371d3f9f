package org.dockline.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dockline.station.snapshot.LivePointer;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.RecentManifest;
import org.dockline.station.snapshot.SnapshotLayout;
import org.dockline.station.wire.PipelineFactsJson;
import org.dockline.station.wire.SnapshotJson;

/** The snapshot folder, read by DuckDB: another reader of Parquet than the one under test. */
record Snapshots(Path folder) {

  /** The facts beside the current live snapshot, when there is one. */
  Optional<PipelineFacts> facts() {
    try {
      Path live = folder.resolve(SnapshotLayout.LIVE);
      Path current = live.resolve(SnapshotLayout.CURRENT);
      if (!Files.exists(current)) {
        return Optional.empty();
      }
      LivePointer pointer = SnapshotJson.decodeLivePointer(Files.readAllBytes(current));
      byte[] facts = Files.readAllBytes(live.resolve(pointer.pipelineFile()));
      return Optional.of(PipelineFactsJson.decode(facts));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Rows of the live snapshot: the columns asked for, as text, a row a list. */
  List<List<String>> live(String columns) throws IOException, SQLException {
    Path live = folder.resolve(SnapshotLayout.LIVE);
    byte[] current = Files.readAllBytes(live.resolve(SnapshotLayout.CURRENT));
    String file = SnapshotJson.decodeLivePointer(current).stationsFile();
    return query(columns, List.of(live.resolve(file)));
  }

  /** Rows of all recent files that the manifest names. */
  List<List<String>> recent(String columns) throws IOException, SQLException {
    Path recent = folder.resolve(SnapshotLayout.RECENT);
    byte[] current = Files.readAllBytes(recent.resolve(SnapshotLayout.CURRENT));
    RecentManifest manifest = SnapshotJson.decodeRecentManifest(current);
    return query(columns, manifest.files().stream().map(f -> recent.resolve(f.path())).toList());
  }

  private static List<List<String>> query(String columns, List<Path> files) throws SQLException {
    String list = files.stream().map(f -> "'" + f + "'").collect(Collectors.joining(",", "[", "]"));
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT " + columns + " FROM read_parquet(" + list + ")")) {
      return rows(rows);
    }
  }

  /** Everything a result holds, as text; SQL NULL is the text "null". */
  static List<List<String>> rows(ResultSet rows) throws SQLException {
    List<List<String>> result = new ArrayList<>();
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        row.add(String.valueOf(rows.getString(i)));
      }
      result.add(row);
    }
    return result;
  }
}
