package org.dockline.batch.archive;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.dockline.batch.load.LogUnavailableException;
import org.dockline.batch.log.RawRecord;

/**
 * The folder of an archive, with a folder for each topic. A file appears there when it is whole,
 * and never changes; what is being written has a name that nobody reads.
 */
public final class ArchiveFolder {
  private static final String UNFINISHED = ".unfinished-";
  private static final Duration ABANDONED_AFTER = Duration.ofDays(1);
  private static final String LOCAL = "file";

  private final Path root;
  private final Configuration hadoop;

  private ArchiveFolder(Path root, Configuration hadoop) {
    this.root = root;
    this.hadoop = hadoop;
  }

  /**
   * A folder that need not exist yet.
   *
   * @param where a path of this machine, or the URI of a file system that Hadoop knows
   * @param hadoop what Hadoop is told of its file systems
   */
  public static ArchiveFolder at(String where, Configuration hadoop) {
    // Without the second file of checksums that Hadoop's own local file system adds to each.
    hadoop.setClass("fs.file.impl", RawLocalFileSystem.class, FileSystem.class);
    hadoop.setBoolean("fs.file.impl.disable.cache", true);
    boolean isUri = where.matches("[A-Za-z][A-Za-z0-9+.-]+:.*");
    URI root = isUri ? URI.create(where) : java.nio.file.Path.of(where).toAbsolutePath().toUri();
    return new ArchiveFolder(new Path(root), hadoop);
  }

  /** The files of a topic. */
  List<ArchiveName> list(String topic) {
    List<ArchiveName> names = new ArrayList<>();
    for (FileStatus file : files(topic)) {
      ArchiveName.parse(file.getPath().getName())
          .filter(name -> name.topic().equals(topic))
          .ifPresent(names::add);
    }
    return names;
  }

  /** Where a file is, for Spark. */
  String locate(ArchiveName name) {
    return path(name).toString();
  }

  FileFacts facts(ArchiveName name) {
    return reading(path(name), () -> ArchiveFile.facts(path(name), hadoop));
  }

  /** Hands over every record of a file in order. */
  void read(ArchiveName name, MessageType columns, Consumer<RawRecord> each) {
    reading(
        path(name),
        () -> {
          ArchiveFile.read(path(name), hadoop, columns, each);
          return name;
        });
  }

  /** Something that hands over records; it may fail on the way. */
  interface Records {
    void to(Consumer<RawRecord> each);
  }

  /**
   * Writes a file that nobody reads yet.
   *
   * @throws ArchiveUnwritableException when that fails; then nothing is left of it
   */
  Unfinished write(ArchiveName name, Digester digester, Records records) {
    Path file = new Path(folder(name.topic()), UNFINISHED + UUID.randomUUID() + "-" + name);
    try {
      try {
        write(file, digester, records);
        return new Unfinished(name, file, file.getFileSystem(hadoop).getFileStatus(file).getLen());
      } catch (IOException | RuntimeException e) {
        remove(file, e);
        throw e;
      }
    } catch (IOException | UncheckedIOException e) {
      throw unwritable(e);
    }
  }

  private void write(Path file, Digester digester, Records records) throws IOException {
    try (ParquetWriter<RawRecord> writer = ArchiveFile.create(file, hadoop, digester)) {
      records.to(
          r -> {
            try {
              writer.write(r);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    force(file);
  }

  /** A whole file under a name that nobody reads. */
  record Unfinished(ArchiveName name, Path file, long bytes) {}

  /** Gives a file its name. */
  void publish(Unfinished file) {
    try {
      FileSystem files = root.getFileSystem(hadoop);
      Path to = path(file.name());
      // Where another archiver was quicker, its file holds the same.
      if (!files.rename(file.file(), to)) {
        files.delete(file.file(), false);
        if (!files.exists(to)) {
          throw new IOException(to + " can't be made");
        }
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Removes what a killed archiver left behind; never anything that may still be written. */
  void sweep(String topic, Instant now) {
    for (FileStatus file : files(topic)) {
      boolean abandoned = file.getModificationTime() < now.minus(ABANDONED_AFTER).toEpochMilli();
      if (abandoned && file.getPath().getName().startsWith(UNFINISHED)) {
        try {
          root.getFileSystem(hadoop).delete(file.getPath(), false);
        } catch (IOException e) {
          throw unwritable(e);
        }
      }
    }
  }

  /** Where it is. */
  @Override
  public String toString() {
    return LOCAL.equals(root.toUri().getScheme()) ? root.toUri().getPath() : root.toString();
  }

  private List<FileStatus> files(String topic) {
    Path folder = folder(topic);
    return reading(
        folder,
        () -> {
          try {
            return List.of(root.getFileSystem(hadoop).listStatus(folder));
          } catch (FileNotFoundException e) {
            return List.of();
          }
        });
  }

  private Path folder(String topic) {
    return new Path(root, topic);
  }

  private Path path(ArchiveName name) {
    return new Path(folder(name.topic()), name.toString());
  }

  /** A rename must not outlive the content in a power cut. */
  private static void force(Path file) throws IOException {
    if (LOCAL.equals(file.toUri().getScheme())) {
      try (FileChannel channel =
          FileChannel.open(
              java.nio.file.Path.of(file.toUri().getPath()), StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }

  private void remove(Path file, Exception why) {
    try {
      root.getFileSystem(hadoop).delete(file, false);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private ArchiveUnwritableException unwritable(Exception e) {
    Throwable cause = e.getCause();
    String why = cause == null ? e.getMessage() : cause.getMessage();
    return new ArchiveUnwritableException(
        "The archive %s can't be written: %s; make room there, or choose another place by ARCHIVE_DIR"
            .formatted(this, why),
        e);
  }

  private interface Reading<T> {
    T get() throws IOException;
  }

  private static <T> T reading(Path what, Reading<T> reading) {
    try {
      return reading.get();
    } catch (IOException e) {
      throw new LogUnavailableException(
          "%s can't be read: %s; check ARCHIVE_DIR".formatted(what, e.getMessage()), e);
    }
  }
}
