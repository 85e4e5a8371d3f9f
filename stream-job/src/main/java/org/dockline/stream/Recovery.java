package org.dockline.stream;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.dockline.station.LatestObservations;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.stream.files.CheckpointFolder;
import org.dockline.stream.live.LiveReader;
import org.dockline.stream.live.LiveSnapshot;
import org.dockline.stream.live.SnapshotPublisher;
import org.dockline.stream.merge.StreamState;
import org.dockline.stream.recent.RecentReader;
import org.dockline.stream.recent.RecentStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides at a start where to go on.
 *
 * <p>The checkpoint says how far the topics were read, {@code live/} and {@code recent/} hold what
 * came of it; a batch reaches them before it is committed, so they are never behind.
 *
 * <ul>
 *   <li>All three are there and of these topics: go on from them. A batch that was killed runs
 *       again and changes nothing that it had done.
 *   <li>The checkpoint has a batch that was begun and none that was committed: the very first one
 *       was killed. It runs again with the records that it had, so that its files replace their
 *       own; it is counted from nothing, whatever of it was published.
 *   <li>The checkpoint is lost, or of topics that have been deleted and made anew since: read from
 *       the oldest record on. The newest observations stay, from {@code live/} or else {@code
 *       recent/}; recent files stay; what was counted is counted anew.
 *   <li>The checkpoint is there, but {@code live/CURRENT} or {@code recent/CURRENT} is missing or
 *       names what is not there: the checkpoint is dropped, so that what was lost is made again
 *       from the topics; then as above.
 * </ul>
 *
 * <p>Whoever brings back a copy of the snapshot folder removes the checkpoint, for the same reason.
 */
final class Recovery {

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final SnapshotFolder folder;
  private final CheckpointFolder checkpoint;

  Recovery(SnapshotFolder folder, CheckpointFolder checkpoint) {
    this.folder = folder;
    this.checkpoint = checkpoint;
  }

  /** What to go on with. */
  record Start(StreamState state, RecentStore recent, SnapshotPublisher live) {}

  /**
   * Reads what is there, and drops the checkpoint when it would leave a gap.
   *
   * @param incarnations what tells each topic from one of the same name that was deleted
   */
  Start start(Map<String, String> incarnations) throws IOException {
    Optional<LiveSnapshot> live = new LiveReader(folder).find();
    RecentReader recentReader = new RecentReader(folder);
    RecentReader.Found recent = recentReader.find();
    boolean committed = checkpoint.hasCommits();
    boolean goOn =
        checkpoint.hasBegun()
            && isOf(incarnations)
            && (!committed || isWhole(live.isPresent(), recent.whole()));
    if (!goOn) {
      checkpoint.drop();
      checkpoint.remember(incarnations);
    }
    LatestObservations latest =
        live.isPresent() ? live.get().latest() : recentReader.newest(recent.manifest().files());
    StreamState state =
        goOn && committed
            ? StreamState.of(latest, live.orElseThrow().facts())
            : StreamState.counting(latest);
    long number =
        1 + Math.max(recent.manifest().batchId(), live.map(l -> l.pointer().batchId()).orElse(-1L));
    LOG.info(
        "Going on {} with {} stations known, publication {}",
        goOn ? "from the checkpoint" : "from the oldest records",
        latest.listAll().size(),
        number);
    return new Start(
        state,
        RecentStore.open(folder, incarnations, recent.manifest()),
        new SnapshotPublisher(folder, live.map(LiveSnapshot::pointer).orElse(null), number));
  }

  private boolean isOf(Map<String, String> incarnations) throws IOException {
    boolean same = checkpoint.topics().equals(incarnations);
    if (!same) {
      LOG.warn("The topics are not those that {} speaks of: it is dropped", checkpoint);
    }
    return same;
  }

  private boolean isWhole(boolean live, boolean recent) {
    if (!live || !recent) {
      LOG.warn(
          "{} is lost in {}, although {} says what was read: it is dropped to make all of it again",
          live ? "recent/" : "live/",
          folder,
          checkpoint);
    }
    return live && recent;
  }
}
