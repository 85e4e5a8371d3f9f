package org.dockline.stream.recent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.Topics;
import org.dockline.station.files.LocalFolder;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.RecentManifest;
import org.dockline.station.snapshot.RecentManifest.RecentFile;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.testing.RandomHistory;
import org.dockline.stream.recent.plan.RecentName;
import org.dockline.stream.recent.plan.Tier;
import org.dockline.stream.testing.SettableClock;
import org.dockline.stream.testing.SnapshotReading;
import org.dockline.stream.testing.TopicLog;
import org.dockline.stream.topic.TopicPart;
import org.dockline.stream.topic.TopicRecord;
import org.dockline.stream.topic.TopicSlice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactorTest {

  private static final Instant DAY = Instant.parse("2026-03-28T00:00:00Z");

  @TempDir private Path temp;

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-29T12:00:00Z"));
  private SnapshotFolder folder;
  private RecentStore store;
  private long offset;

  @BeforeEach
  void begin() {
    folder = new LocalFolder(temp);
    RecentManifest none = new RecentManifest(-1, Instant.EPOCH, List.of());
    store = RecentStore.open(folder, TopicLog.INCARNATIONS, none);
    store.beginBatch();
  }

  @Test
  void dayThatIsOverBecomesOneFileInTheOrderOfStations() throws IOException {
    List<StationObservation> day = day();
    Collections.shuffle(day, new Random(1));
    for (int from = 0; from < day.size(); from += 30) {
      write(day.subList(from, Math.min(day.size(), from + 30)));
    }
    settle();
    new Compactor(folder, store, clock).hourly();
    SnapshotReading reading = new SnapshotReading(temp);
    assertThat(reading.recent()).isEqualTo(sorted(day));
    RecentFile file = reading.manifest().files().getFirst();
    assertThat(reading.manifest().files()).containsExactly(file);
    assertThat(RecentName.tier(file.path())).isEqualTo(Tier.DAY);
    assertThat(RecentName.date(file.path())).isEqualTo(LocalDate.parse("2026-03-28"));
    assertThat(file.rows()).isEqualTo(day.size());
    assertThat(file.firstPolledAt()).isEqualTo(first(day));
  }

  @Test
  void repeatedIdentityStaysOnceWithTheContentThatEverybodyChooses() throws IOException {
    StationObservation one = ObservationBuilder.polledAt(DAY).bikes(3).build();
    StationObservation other = ObservationBuilder.polledAt(DAY).bikes(4).build();
    write(List.of(one));
    write(List.of(other));
    write(List.of(one));
    settle();
    new Compactor(folder, store, clock).hourly();
    StationObservation chosen =
        List.of(one, other).stream().max(StationObservation.ORDER).orElseThrow();
    assertThat(new SnapshotReading(temp).recent()).containsExactly(chosen);
  }

  @Test
  void filesOfTheBatchThatMayRunAgainAreLeftAlone() throws IOException {
    write(day().subList(0, 10));
    write(day().subList(10, 20));
    store.publish(1, clock.instant());
    assertThat(store.settled()).as("the first batch may be one that was killed").isEmpty();
    store.beginBatch();
    write(day().subList(20, 30));
    store.publish(2, clock.instant());
    assertThat(store.settled()).hasSize(2);
    new Compactor(folder, store, clock).hourly();
    assertThat(new SnapshotReading(temp).manifest().files()).hasSize(2);
    assertThat(new SnapshotReading(temp).recent()).hasSize(30);
  }

  private void settle() throws IOException {
    store.publish(1, clock.instant());
    store.beginBatch();
  }

  private void write(List<StationObservation> observations) throws IOException {
    TopicPart part = new TopicPart(Topics.STATIONS, 0);
    List<TopicRecord> records = new ArrayList<>();
    for (StationObservation o : observations) {
      records.add(new TopicRecord(part, offset++, o.polledAt(), null));
    }
    store.write(new TopicSlice(records), new ArrayList<>(observations));
  }

  private static List<StationObservation> day() {
    List<StationObservation> day = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      StationKey key = new StationKey("lyon", Integer.toString(i));
      day.addAll(RandomHistory.of(i, key, DAY, DAY.plusSeconds(86_400)));
    }
    return day;
  }

  private static List<StationObservation> sorted(List<StationObservation> day) {
    return day.stream()
        .sorted(
            Comparator.comparing(StationObservation::key).thenComparing(StationObservation.ORDER))
        .toList();
  }

  private static Instant first(List<StationObservation> day) {
    return day.stream()
        .map(StationObservation::polledAt)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
