package org.dockline.batch.archive;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter.Mode;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.codec.ZstandardCodec;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.dockline.batch.log.RawRecord;
import org.jspecify.annotations.Nullable;

/** Writes and reads one archived file. */
final class ArchiveFile {
  private static final long ROW_GROUP_BYTES = 16L << 20;

  /** Zstandard's quickest: 5 % more bytes than its usual level 3, in about a fifth less time. */
  private static final int COMPRESSION = 1;

  private ArchiveFile() {}

  /** Opens a writer; the file is whole when it is closed. */
  static ParquetWriter<RawRecord> create(Path file, Configuration hadoop, Digester digester)
      throws IOException {
    return new Builder(HadoopOutputFile.fromPath(file, hadoop), digester)
        .withConf(compressing(hadoop))
        .withWriteMode(Mode.CREATE)
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .withRowGroupSize(ROW_GROUP_BYTES)
        // Values hardly repeat as a whole; looking for that costs more than it saves.
        .withDictionaryEncoding(ArchiveRows.VALUE, false)
        // Nobody looks for a value or a key, nor for one between two others.
        .withStatisticsEnabled(ArchiveRows.VALUE, false)
        .withStatisticsEnabled(ArchiveRows.KEY, false)
        .withSizeStatisticsEnabled(false)
        .build();
  }

  private static Configuration compressing(Configuration hadoop) {
    Configuration compressing = new Configuration(hadoop);
    compressing.setInt(ZstandardCodec.PARQUET_COMPRESS_ZSTD_LEVEL, COMPRESSION);
    return compressing;
  }

  /** Reads a footer. */
  static FileFacts facts(Path file, Configuration hadoop) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop))) {
      return FileFacts.decode(reader.getFileMetaData().getKeyValueMetaData());
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is no file of an archive: " + e.getMessage(), e);
    }
  }

  /** Hands over every record in the order of offsets. */
  static void read(Path file, Configuration hadoop, MessageType columns, Consumer<RawRecord> each)
      throws IOException {
    Configuration projected = new Configuration(hadoop);
    projected.set(ReadSupport.PARQUET_READ_SCHEMA, columns.toString());
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), file).withConf(projected).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        each.accept(ArchiveRows.read(row));
      }
    }
  }

  private static final class Builder extends ParquetWriter.Builder<RawRecord, Builder> {
    private final Digester digester;

    Builder(OutputFile file, Digester digester) {
      super(file);
      this.digester = digester;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // The other one is optional, this one abstract.
    protected WriteSupport<RawRecord> getWriteSupport(Configuration hadoop) {
      return new Rows(digester);
    }
  }

  private static final class Rows extends WriteSupport<RawRecord> {
    private final Digester digester;
    private @Nullable RecordConsumer consumer;

    Rows(Digester digester) {
      this.digester = digester;
    }

    @Override
    @SuppressWarnings("deprecation") // The other one is optional, this one abstract.
    public WriteContext init(Configuration hadoop) {
      return new WriteContext(ArchiveRows.SCHEMA, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(RawRecord r) {
      digester.add(r);
      if (consumer != null) {
        ArchiveRows.write(r, consumer);
      }
    }

    @Override
    public FinalizedWriteContext finalizeWrite() {
      return new FinalizedWriteContext(digester.facts().encode());
    }
  }
}
