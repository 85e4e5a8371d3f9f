package org.dockline.stream.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
import org.dockline.station.StationObservation;
import org.dockline.station.rows.ObservationAvro;
import org.dockline.station.snapshot.LivePointer;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.RecentManifest;
import org.dockline.station.snapshot.RecentManifest.RecentFile;
import org.dockline.station.wire.PipelineFactsJson;
import org.dockline.station.wire.SnapshotJson;

/** Reads the snapshot folder as the dashboard does, with plain parquet-avro. */
public record SnapshotReading(Path folder) {

  /** Where {@code live/CURRENT} points. */
  public LivePointer pointer() throws IOException {
    return SnapshotJson.decodeLivePointer(Files.readAllBytes(folder.resolve("live/CURRENT")));
  }

  /** Rows of the current live snapshot, as they stand in the file. */
  public List<StationObservation> live() throws IOException {
    return live(pointer());
  }

  /** Rows of the snapshot that a pointer names. */
  public List<StationObservation> live(LivePointer pointer) throws IOException {
    return rows(folder.resolve("live").resolve(pointer.stationsFile()));
  }

  /** The facts beside it. */
  public PipelineFacts facts() throws IOException {
    return facts(pointer());
  }

  /** The facts beside the snapshot that a pointer names. */
  public PipelineFacts facts(LivePointer pointer) throws IOException {
    Path file = folder.resolve("live").resolve(pointer.pipelineFile());
    return PipelineFactsJson.decode(Files.readAllBytes(file));
  }

  /** The manifest of the recent files. */
  public RecentManifest manifest() throws IOException {
    return SnapshotJson.decodeRecentManifest(Files.readAllBytes(folder.resolve("recent/CURRENT")));
  }

  /** Rows of all valid recent files, repetitions among them. */
  public List<StationObservation> recent() throws IOException {
    List<StationObservation> rows = new ArrayList<>();
    for (RecentFile file : manifest().files()) {
      List<StationObservation> ofFile = rows(folder.resolve("recent").resolve(file.path()));
      if (ofFile.size() != file.rows()) {
        throw new IOException(file + " holds " + ofFile.size() + " rows");
      }
      rows.addAll(ofFile);
    }
    return rows;
  }

  /** Whether there is anything to read yet. */
  public boolean begun() {
    return Files.exists(folder.resolve("live/CURRENT"));
  }

  private static List<StationObservation> rows(Path file) throws IOException {
    List<StationObservation> rows = new ArrayList<>();
    try (ParquetReader<GenericRecord> reader =
        AvroParquetReader.<GenericRecord>builder(
                new LocalInputFile(file), new PlainParquetConfiguration())
            .withDataModel(GenericData.get())
            .build()) {
      for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
        rows.add(ObservationAvro.decode(row));
      }
    }
    return rows;
  }
}
