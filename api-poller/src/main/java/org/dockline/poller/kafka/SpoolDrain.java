package org.dockline.poller.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.dockline.poller.spool.Spool;
import org.dockline.poller.spool.SpoolEntry;
import org.dockline.poller.spool.SpooledRecord;
import org.dockline.station.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what waits in the spool, oldest first, in pieces; of each piece the reports last. What
 * the producer has had in hand since before it came to the spool is waited for, never sent again:
 * nothing is sent twice within one run.
 */
final class SpoolDrain implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(SpoolDrain.class);

  private static final int PIECE = 5_000;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Spool spool;
  private final LiveProducer live;
  private final TopicRecords form;
  private final DeliveryCounts counts;
  private final CountDownLatch never = new CountDownLatch(1);
  private final Map<SpoolEntry.Id, Held> held = new ConcurrentHashMap<>();

  /** A record of an attempt. */
  record Held(Attempt attempt, int index) {
    Attempt.Fate fate() {
      return attempt.fate(index);
    }
  }

  SpoolDrain(Spool spool, LiveProducer live, TopicRecords form, DeliveryCounts counts) {
    this.spool = spool;
    this.live = live;
    this.form = form;
    this.counts = counts;
  }

  /**
   * Puts what is left of an attempt into the spool, and remembers what the producer still tries to
   * send. Both at once: a piece must not be read in between.
   *
   * @param left indices of its records
   */
  synchronized void keep(Attempt attempt, List<Integer> left) throws IOException {
    List<SpoolEntry.Id> names = spool.append(left.stream().map(attempt.records()::get).toList());
    for (int n = 0; n < names.size(); n++) {
      held.put(names.get(n), new Held(attempt, left.get(n)));
    }
  }

  private synchronized List<SpoolEntry> read() throws IOException {
    return spool.peek(PIECE);
  }

  /** Works until it is interrupted. */
  @Override
  public void run() {
    try {
      while (true) {
        spool.awaitRecords();
        try {
          piece();
        } catch (IOException e) {
          counts.addError();
          LOG.error("The spool can't be read: {}; trying again", e.getMessage());
          pause();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void piece() throws IOException, InterruptedException {
    List<SpoolEntry> oldest = read();
    List<SpoolEntry> earlier = oldest.stream().takeWhile(spool::isOfEarlierRun).toList();
    List<SpoolEntry> piece = earlier.isEmpty() ? oldest : earlier;
    // What an earlier run said is not known to this one: it must hear it as the word of another.
    TopicRecords by = earlier.isEmpty() ? form : TopicRecords.of(form.stationsTopic());
    deliver(piece.stream().filter(e -> !isReport(e)).toList(), by);
    deliver(piece.stream().filter(SpoolDrain::isReport).toList(), by);
    spool.delivered(piece);
    piece.forEach(e -> held.remove(e.id()));
    if (spool.isEmpty()) {
      LOG.info("Everything that waited in the spool is delivered");
    }
  }

  private static boolean isReport(SpoolEntry entry) {
    return entry.record().topic().equals(Topics.POLLS);
  }

  private void deliver(List<SpoolEntry> entries, TopicRecords by) throws InterruptedException {
    Set<SpoolEntry.Id> done = new HashSet<>();
    for (SpoolEntry entry : entries) {
      Held h = held.get(entry.id());
      if (h != null) {
        switch (ended(h)) {
          case Attempt.Fate.Arrived a -> done.add(entry.id());
          case Attempt.Fate.NotTaken(Exception error) ->
              live.gaveBack(h.attempt().producer(), error);
          case Attempt.Fate.Refused r -> {}
          case Attempt.Fate.Pending p -> {}
        }
      }
    }
    List<SpooledRecord> left = new ArrayList<>();
    entries.stream().filter(e -> !done.contains(e.id())).forEach(e -> left.add(e.record()));
    while (!left.isEmpty()) {
      List<SpooledRecord> again = send(left, by);
      left.clear();
      left.addAll(again);
    }
  }

  private static Attempt.Fate ended(Held h) throws InterruptedException {
    while (h.fate() instanceof Attempt.Fate.Pending) {
      var unused = h.attempt().await(PAUSE);
    }
    return h.fate();
  }

  /** Sends, and returns those that are to be sent again. */
  private List<SpooledRecord> send(List<SpooledRecord> records, TopicRecords by)
      throws InterruptedException {
    Attempt attempt = Attempt.of(List.copyOf(records), by, producer());
    while (!attempt.await(PAUSE)) {
      // The producer goes on trying, for ever.
    }
    List<SpooledRecord> again = new ArrayList<>();
    boolean pause = false;
    for (int i = 0; i < records.size(); i++) {
      switch (attempt.fate(i)) {
        case Attempt.Fate.NotTaken(Exception error) -> {
          pause = true;
          again.add(records.get(i));
          live.gaveBack(attempt.producer(), error);
        }
        // A batch is refused as a whole, so each of it is tried alone before it is given up.
        case Attempt.Fate.Refused(Exception error) when records.size() > 1 ->
            alone(records.get(i), by);
        case Attempt.Fate.Refused(Exception error) -> refused(records.get(i), error);
        case Attempt.Fate.Arrived a -> {}
        case Attempt.Fate.Pending p -> {}
      }
    }
    if (pause) {
      counts.addError();
      pause();
    } else {
      live.took();
    }
    return again;
  }

  /** Ends early when the thread is interrupted. */
  private void pause() throws InterruptedException {
    var unused = never.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Producer<byte[], byte[]> producer() throws InterruptedException {
    Optional<Producer<byte[], byte[]>> producer = live.find();
    while (producer.isEmpty()) {
      pause();
      producer = live.find();
    }
    return producer.get();
  }

  private void alone(SpooledRecord record, TopicRecords by) throws InterruptedException {
    List<SpooledRecord> left = List.of(record);
    while (!left.isEmpty()) {
      left = send(left, by);
    }
  }

  private void refused(SpooledRecord record, Exception error) {
    counts.addRefused(1);
    LOG.error("Kafka refuses {}, which is lost: {}", record, error.getMessage());
  }
}
