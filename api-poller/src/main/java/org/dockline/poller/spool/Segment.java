package org.dockline.poller.spool;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/**
 * One file of a spool: entries of length, CRC-32C and record, one after the other. What stands
 * after the last good entry was being written when the process died, and does not count.
 *
 * <p>Plain file streams are used: unlike channels they are not closed when a thread that writes the
 * last records of a process is interrupted.
 */
final class Segment {

  private static final int HEADER = 2 * Integer.BYTES;

  /** No record is as large; a length beyond it is damage. */
  private static final int LARGEST = 64 * 1024 * 1024;

  private final long number;
  private final Path file;
  private long end;

  private Segment(long number, Path file) {
    this.number = number;
    this.file = file;
  }

  static Segment create(Path folder, long number) {
    return new Segment(number, folder.resolve("%016d.spool".formatted(number)));
  }

  /** A file that is there, up to its last good entry. */
  static Segment found(Path file) throws IOException {
    String name = file.getFileName().toString();
    Segment segment =
        new Segment(Long.parseLong(name.substring(0, name.length() - ".spool".length())), file);
    segment.end = segment.read(0, Files.size(file), entry -> true);
    return segment;
  }

  long number() {
    return number;
  }

  long end() {
    return end;
  }

  /** Bytes on disk that are no good entry. */
  long damaged() throws IOException {
    return Files.size(file) - end;
  }

  static int size(byte[] record) {
    return HEADER + record.length;
  }

  /** Appends, and has it on the disk when it returns. */
  void append(Iterable<byte[]> records) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(end);
      out.seek(end);
      long written = end;
      for (byte[] record : records) {
        out.write(framed(record));
        written += size(record);
      }
      out.getFD().sync();
      end = written;
    }
  }

  /**
   * Reads entries in order until one is not wanted.
   *
   * @return where the last good one that was wanted ends
   */
  long read(long from, Predicate<SpoolEntry> wanted) throws IOException {
    return read(from, end, wanted);
  }

  void truncate(long length) throws IOException {
    end = length;
    if (length == 0) {
      delete();
    } else {
      try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
        out.setLength(length);
      }
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private long read(long from, long to, Predicate<SpoolEntry> wanted) throws IOException {
    long position = from;
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16))) {
      in.skipNBytes(from);
      while (position < to) {
        Optional<byte[]> bytes = next(in, to - position);
        if (bytes.isEmpty()) {
          return position;
        }
        long entryEnd = position + size(bytes.orElseThrow());
        SpooledRecord record = SpooledRecord.decode(bytes.orElseThrow());
        if (!wanted.test(new SpoolEntry(number, entryEnd, record))) {
          return position;
        }
        position = entryEnd;
      }
    }
    return position;
  }

  /** Empty when the next entry is not whole or not what was written. */
  private static Optional<byte[]> next(DataInputStream in, long available) throws IOException {
    try {
      int length = in.readInt();
      int checksum = in.readInt();
      if (length < 0 || length > Math.min(LARGEST, available - HEADER)) {
        return Optional.empty();
      }
      byte[] bytes = in.readNBytes(length);
      return bytes.length == length && checksum(bytes) == checksum
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  private static byte[] framed(byte[] record) {
    return ByteBuffer.allocate(size(record))
        .putInt(record.length)
        .putInt(checksum(record))
        .put(record)
        .array();
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
