package org.dockline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import org.dockline.station.files.LocalFolder;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.stream.files.CheckpointFolder;
import org.dockline.stream.testing.SettableClock;
import org.dockline.stream.testing.SnapshotReading;
import org.dockline.stream.testing.TopicLog;
import org.dockline.stream.topic.TopicReach;
import org.dockline.stream.topic.TopicRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicroBatchesTest {

  private static final Instant T = Instant.parse("2026-03-28T12:00:00Z");
  private static final int RECORDS = 60;

  @TempDir private Path temp;

  private final SettableClock clock = new SettableClock(T);
  private final TopicLog topics = new TopicLog();

  @Test
  void longBatchIsShownAsItGoes() throws IOException {
    run(topics);
    // 30 s of work, shown after each second, and its end.
    assertThat(publications()).isBetween(29L, 31L);
  }

  @Test
  void whatTakesLongToPublishIsPublishedLessOften() throws IOException {
    run(
        () -> {
          clock.advance(Duration.ofSeconds(2));
          return topics.list();
        });
    // 30 s of work, shown after 1 s and then after each 8 s, and its end.
    assertThat(publications()).isBetween(4L, 6L);
  }

  /** A batch each of whose records takes half a second. */
  private void run(TopicReach reach) throws IOException {
    for (int i = 0; i < RECORDS; i++) {
      topics.add(ObservationBuilder.polledAt(T.plusSeconds(i)).build());
    }
    Iterator<TopicRecord> records = topics.batches().getFirst().iterator();
    CheckpointFolder checkpoint = new CheckpointFolder(temp.resolve("checkpoint"));
    Recovery.Start start =
        new Recovery(new LocalFolder(temp), checkpoint).start(TopicLog.INCARNATIONS);
    StreamHealth health = new StreamHealth(clock, Duration.ofMinutes(1));
    new MicroBatches(start, reach, 1, clock, health).run(new Slow(records, clock));
    assertThat(new SnapshotReading(temp).recent()).hasSize(RECORDS);
  }

  private long publications() throws IOException {
    return new SnapshotReading(temp).pointer().batchId() + 1;
  }

  private record Slow(Iterator<TopicRecord> records, SettableClock clock)
      implements Iterator<TopicRecord> {

    @Override
    public boolean hasNext() {
      return records.hasNext();
    }

    @Override
    public TopicRecord next() {
      clock.advance(Duration.ofMillis(500));
      return records.next();
    }
  }
}
