package org.dockline.dashboard.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.push.Moments;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last changes, so that whoever was away for a moment misses none. */
@Component
public class ChangeLog {

  /** Ten minutes of snapshots ten seconds apart. */
  static final int KEPT = 60;

  /** Versions count since the start of this process, so its events are told from another's. */
  private static final String PROCESS = UUID.randomUUID().toString().substring(0, 8);

  private record Change(long version, Set<StationKey> stations) {}

  private final Deque<Change> changes = new ArrayDeque<>();
  private @Nullable Moment last;

  /** Keeps the changes of these. */
  public ChangeLog(Moments moments) {
    moments.listen(this::note);
  }

  /** The id of the event that leads to this moment. */
  static String id(Moment moment) {
    return PROCESS + "-" + moment.version();
  }

  private synchronized void note(Moment moment) {
    Set<StationKey> stations = new HashSet<>(moment.changed());
    Moment before = last;
    if (before != null) {
      stations.addAll(before.board().marks().keySet());
      stations.removeIf(
          key -> !moment.changed().contains(key) && moment.board().marks().containsKey(key));
    }
    last = moment;
    changes.addLast(new Change(moment.version(), stations));
    if (changes.size() > KEPT) {
      changes.removeFirst();
    }
    notifyAll();
  }

  /** Waits until there is something newer than that version, or the time is over. */
  synchronized boolean await(long version, long millis) throws InterruptedException {
    long deadline = System.nanoTime() + millis * 1_000_000;
    while (last == null || last.version() <= version) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /** The version that an id of ours stands for; empty for any other. */
  static Optional<Long> version(@Nullable String id) {
    if (id == null || !id.startsWith(PROCESS + "-")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.valueOf(id.substring(PROCESS.length() + 1)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * What is to be told.
   *
   * @param name {@code change}, or {@code resync} when changes in between are gone
   * @param version up to which it leads
   * @param data one line of JSON; null when no station of interest changed
   */
  record Event(String name, long version, @Nullable String data) {

    String id() {
      return PROCESS + "-" + version;
    }
  }

  /** What happened after that version. */
  synchronized Event since(@Nullable Long version, Predicate<StationKey> wanted) {
    Moment now = last;
    if (now == null) {
      return new Event("change", 0, null);
    }
    Change oldest = changes.getFirst();
    if (version == null || version + 1 < oldest.version() || version > now.version()) {
      return new Event("resync", now.version(), resync(now));
    }
    Set<StationKey> changed = new TreeSet<>();
    changes.stream()
        .filter(change -> change.version() > version)
        .forEach(change -> changed.addAll(change.stations()));
    changed.removeIf(wanted.negate());
    return new Event("change", now.version(), changed.isEmpty() ? null : change(now, changed));
  }

  private static String resync(Moment now) {
    return text(
        told -> {
          told.fact("as_of", now.snapshot().asOf());
          told.fact("reason", "changes before this can't be told; read the stations again");
        });
  }

  private static String change(Moment now, Set<StationKey> changed) {
    List<String> gone = new ArrayList<>();
    return text(
        told -> {
          told.fact("as_of", now.snapshot().asOf());
          told.rows("stations", StationRows.COLUMNS);
          for (StationKey key : changed) {
            Optional<StationObservation> station = now.snapshot().find(key);
            station.ifPresentOrElse(
                o -> told.row(StationRows.values(o, now)), () -> gone.add(key.toString()));
          }
          told.endRows();
          told.fact("gone", gone);
        });
  }

  private static String text(java.util.function.Consumer<Told> writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Told told = new Json(bytes)) {
      writing.accept(told);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
