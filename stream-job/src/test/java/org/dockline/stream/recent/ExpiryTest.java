package org.dockline.stream.recent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dockline.station.StationObservation;
import org.dockline.station.Topics;
import org.dockline.station.files.LocalFolder;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.RecentManifest;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.station.wire.SnapshotJson;
import org.dockline.stream.testing.SettableClock;
import org.dockline.stream.testing.TopicLog;
import org.dockline.stream.topic.TopicPart;
import org.dockline.stream.topic.TopicRecord;
import org.dockline.stream.topic.TopicSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiryTest {

  private static final Instant POLL = Instant.parse("2026-03-10T12:00:00Z");
  private static final String LOADED = "recent/LOADED_THROUGH";

  @TempDir private Path temp;

  @Test
  void dropsLoadedDaysAndKeepsEverythingWhenTheMarkCannotBeRead() throws IOException {
    SettableClock clock = new SettableClock(POLL.plus(Duration.ofDays(5)));
    SnapshotFolder folder = new LocalFolder(temp);
    RecentStore store = store(folder);
    Expiry expiry = new Expiry(folder, store, clock);
    Map<String, Instant> newest = Map.of("lyon", clock.instant());
    expiry.run(newest);
    assertThat(store.settled()).hasSize(1);
    folder.write(LOADED, "not a mark".getBytes(StandardCharsets.UTF_8));
    expiry.run(newest);
    assertThat(store.settled()).hasSize(1);
    folder.write(LOADED, SnapshotJson.encode(Map.of("lyon", POLL.plus(Duration.ofDays(3)))));
    expiry.run(newest);
    assertThat(store.settled()).isEmpty();
  }

  private static RecentStore store(SnapshotFolder folder) throws IOException {
    RecentManifest none = new RecentManifest(-1, Instant.EPOCH, List.of());
    RecentStore store = RecentStore.open(folder, TopicLog.INCARNATIONS, none);
    StationObservation o = ObservationBuilder.polledAt(POLL).build();
    store.beginBatch();
    TopicRecord record = new TopicRecord(new TopicPart(Topics.STATIONS, 0), 0, POLL, null);
    store.write(new TopicSlice(List.of(record)), new ArrayList<>(List.of(o)));
    store.publish(0, POLL);
    store.beginBatch();
    return store;
  }
}
