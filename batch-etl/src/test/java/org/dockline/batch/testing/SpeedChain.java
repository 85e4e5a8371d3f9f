package org.dockline.batch.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dockline.station.StationObservation;
import org.dockline.station.files.LocalFolder;
import org.dockline.station.files.ObservationFile;
import org.dockline.station.files.ObservationSource;
import org.dockline.station.snapshot.LivePointer;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.PipelineFacts.TopicProgress;
import org.dockline.station.snapshot.RecentManifest;
import org.dockline.station.snapshot.RecentManifest.RecentFile;
import org.dockline.station.wire.PipelineFactsJson;
import org.dockline.station.wire.SnapshotJson;

/**
 * A snapshot folder as the speed chain leaves it: a file for each hour, in the order of stations.
 */
public final class SpeedChain {

  private final Path directory;
  private final LocalFolder folder;
  private final Map<Instant, RecentFile> files = new TreeMap<>();

  /** In that directory. */
  public SpeedChain(Path directory) {
    this.directory = directory;
    this.folder = new LocalFolder(directory);
  }

  /** For readers. */
  public LocalFolder folder() {
    return folder;
  }

  /** Writes what was polled, and that the topic was read up to there. */
  public void publish(List<StationObservation> observations, String topic, long readTo)
      throws IOException {
    Map<Instant, List<StationObservation>> hours =
        observations.stream()
            .collect(
                Collectors.groupingBy(
                    o -> o.polledAt().truncatedTo(ChronoUnit.HOURS),
                    TreeMap::new,
                    Collectors.toCollection(ArrayList::new)));
    for (Map.Entry<Instant, List<StationObservation>> hour : hours.entrySet()) {
      files.put(hour.getKey(), write(hour.getKey(), hour.getValue()));
    }
    manifest();
    PipelineFacts facts =
        new PipelineFacts(
            Instant.EPOCH,
            7,
            false,
            List.of(new TopicProgress(topic, 0, readTo, readTo)),
            List.of(),
            0,
            List.of(),
            0);
    folder.write("live/pipeline-7.json", PipelineFactsJson.encode(facts));
    folder.write(
        "live/CURRENT",
        SnapshotJson.encode(new LivePointer("none", "pipeline-7.json", 7, Instant.EPOCH)));
  }

  /** Loses the file of that hour; the manifest still lists it. */
  public void lose(Instant hour) throws IOException {
    Files.delete(directory.resolve("recent").resolve(files.get(hour).path()));
  }

  /** Forgets the file of that hour and all before it. */
  public void expireTo(Instant hour) throws IOException {
    files.keySet().removeIf(h -> !h.isAfter(hour));
    manifest();
  }

  private void manifest() throws IOException {
    folder.write(
        "recent/CURRENT",
        SnapshotJson.encode(new RecentManifest(7, Instant.EPOCH, List.copyOf(files.values()))));
  }

  private RecentFile write(Instant hour, List<StationObservation> observations) throws IOException {
    String path =
        "date=" + hour.atOffset(ZoneOffset.UTC).toLocalDate() + "/" + hour.getEpochSecond();
    observations.sort(
        Comparator.comparing(StationObservation::key).thenComparing(StationObservation.ORDER));
    folder.write(
        "recent/" + path, file -> ObservationFile.write(file, ObservationSource.of(observations)));
    Comparator<Instant> order = Comparator.naturalOrder();
    return new RecentFile(
        path,
        observations.size(),
        observations.stream().map(StationObservation::polledAt).min(order).orElseThrow(),
        observations.stream().map(StationObservation::polledAt).max(order).orElseThrow());
  }
}
