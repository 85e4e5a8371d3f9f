package org.dockline.poller.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records that wait for Kafka, in a folder of files that are only ever appended to. What {@link
 * #append} took survives the death of the process; {@link #delivered} lets go of the oldest.
 *
 * <p>Safe for use by several threads at once; one process at a time, which it sees to.
 */
public final class Spool implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

  /** Delivered records free the disk in pieces of this size. */
  private static final long SEGMENT_BYTES = 8L * 1024 * 1024;

  private final Path folder;
  private final long limit;
  private final SpoolLock lock;
  private final Deque<Segment> segments = new ArrayDeque<>();
  private SpoolPosition position;
  private long records;
  private long bytes;
  private boolean closed;
  private long lastOfEarlierRun;

  private Spool(Path folder, long limit, SpoolLock lock) throws IOException {
    this.folder = folder;
    this.limit = limit;
    this.lock = lock;
    this.position = SpoolPosition.read(folder);
  }

  /**
   * Opens a spool, with what an earlier process left there.
   *
   * @param folder made when it is missing
   * @param limit bytes that may wait
   * @throws IOException when the folder can't be used, or another process uses it
   */
  public static Spool open(Path folder, long limit) throws IOException {
    Spool spool = new Spool(folder, limit, SpoolLock.take(folder));
    try {
      spool.find();
      return spool;
    } catch (IOException e) {
      spool.close();
      throw e;
    }
  }

  /**
   * Keeps records until they are delivered, in this order.
   *
   * @return their names
   * @throws SpoolFullException when there is no room for all of them
   * @throws IOException when the disk does not take them; nothing is kept then either
   */
  public synchronized List<SpoolEntry.Id> append(List<SpooledRecord> added) throws IOException {
    List<byte[]> encoded = added.stream().map(SpooledRecord::encode).toList();
    long size = encoded.stream().mapToLong(Segment::size).sum();
    if (closed) {
      throw new IOException("the spool is closed");
    }
    if (bytes + size > limit) {
      throw new SpoolFullException(
          "the spool holds %,d of %,d bytes, there is no room for %,d more; see SPOOL_LIMIT"
              .formatted(bytes, limit, size));
    }
    Segment segment = segment();
    long before = segment.end();
    try {
      segment.append(encoded);
    } catch (IOException e) {
      segment.truncate(before);
      if (before == 0) {
        segments.remove(segment);
      }
      throw e;
    }
    records += added.size();
    bytes += size;
    notifyAll();
    return names(segment.number(), before, encoded);
  }

  /** The oldest records, at most so many; the same ones until they are told as delivered. */
  public synchronized List<SpoolEntry> peek(int most) throws IOException {
    List<SpoolEntry> entries = new ArrayList<>();
    for (Segment segment : segments) {
      if (entries.size() == most) {
        break;
      }
      segment.read(
          from(segment),
          entry -> {
            if (entries.size() == most) {
              return false;
            }
            entries.add(entry);
            return true;
          });
    }
    return entries;
  }

  /** Lets go of the oldest ones, which are those. */
  public synchronized void delivered(List<SpoolEntry> oldest) throws IOException {
    if (oldest.isEmpty()) {
      return;
    }
    SpoolEntry last = oldest.getLast();
    records -= oldest.size();
    position = new SpoolPosition(last.segment(), last.end());
    position.write(folder);
    while (!segments.isEmpty() && from(segments.getFirst()) >= segments.getFirst().end()) {
      segments.removeFirst().delete();
    }
    bytes = segments.stream().mapToLong(s -> s.end() - from(s)).sum();
    notifyAll();
  }

  /** Whether it was left by an earlier process. */
  public synchronized boolean isOfEarlierRun(SpoolEntry entry) {
    return entry.segment() <= lastOfEarlierRun;
  }

  /** How much waits. */
  public synchronized SpoolState state() throws IOException {
    List<SpoolEntry> next = peek(1);
    return new SpoolState(records, bytes, next.isEmpty() ? null : next.getFirst().record().time());
  }

  /** Whether nothing waits. */
  public synchronized boolean isEmpty() {
    return records == 0;
  }

  /** Waits until something waits here. */
  public synchronized void awaitRecords() throws InterruptedException {
    while (records == 0) {
      wait();
    }
  }

  /**
   * Waits until nothing waits here.
   *
   * @return false when that took too long
   */
  public synchronized boolean awaitEmpty(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    long left = patience.toNanos();
    while (records > 0 && left > 0) {
      wait(Math.max(1, left / 1_000_000));
      left = deadline - System.nanoTime();
    }
    return records == 0;
  }

  /** Lets another process go on with it; what waits stays. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    lock.close();
  }

  private void find() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> f.toString().endsWith(".spool")).sorted().toList();
    }
    for (Path file : files) {
      Segment segment = Segment.found(file);
      if (segment.damaged() > 0) {
        LOG.warn(
            "{}: its last {} bytes are no whole record and are dropped", file, segment.damaged());
        segment.truncate(segment.end());
      }
      keepOrDrop(segment);
      lastOfEarlierRun = segment.number();
    }
    if (records > 0) {
      LOG.info("{} records of an earlier run wait for Kafka in {}", records, folder);
    }
  }

  private void keepOrDrop(Segment segment) throws IOException {
    if (from(segment) >= segment.end()) {
      segment.delete();
      return;
    }
    segments.add(segment);
    long[] count = {0};
    segment.read(from(segment), entry -> ++count[0] > 0);
    records += count[0];
    bytes += segment.end() - from(segment);
  }

  private long from(Segment segment) {
    if (segment.number() < position.segment()) {
      return segment.end();
    }
    return segment.number() == position.segment() ? position.offset() : 0;
  }

  private Segment segment() {
    long newest = segments.isEmpty() ? 0 : segments.getLast().number();
    if (newest <= lastOfEarlierRun || segments.getLast().end() >= SEGMENT_BYTES) {
      long taken = Math.max(Math.max(newest, lastOfEarlierRun), position.segment());
      segments.add(Segment.create(folder, taken + 1));
    }
    return segments.getLast();
  }

  private static List<SpoolEntry.Id> names(long segment, long before, List<byte[]> encoded) {
    List<SpoolEntry.Id> names = new ArrayList<>(encoded.size());
    long end = before;
    for (byte[] record : encoded) {
      end += Segment.size(record);
      names.add(new SpoolEntry.Id(segment, end));
    }
    return names;
  }
}
