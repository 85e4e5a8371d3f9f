package org.dockline.dashboard.live;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;

/**
 * What a snapshot is worth at a moment: a mark for each station and the figures of each contract.
 * Worked out once and shared by all pages.
 *
 * @param marks by station
 * @param figures by contract, in order of their names
 */
public record Board(Map<StationKey, Mark> marks, SortedMap<String, Figures> figures) {

  /** Nothing is known yet. */
  public static final Board EMPTY = new Board(Map.of(), Collections.emptySortedMap());

  /**
   * Judges every station of a snapshot. Ghost and test stations have a mark as any other, but count
   * for nothing.
   */
  public static Board of(LiveSnapshot snapshot, Instant now) {
    Map<StationKey, Mark> marks = HashMap.newHashMap(snapshot.stations().size());
    SortedMap<String, FiguresBuilder> counting = new TreeMap<>();
    ContractCatalogue known = ContractCatalogue.builtIn().and(snapshot.facts().contracts());
    for (StationObservation o : snapshot.stations().values()) {
      Mark mark = Mark.of(o, now);
      marks.put(o.key(), mark);
      FiguresBuilder own =
          counting.computeIfAbsent(o.key().contract(), contract -> new FiguresBuilder());
      if (!Counted.excluded(o, known)) {
        own.add(mark, o.observedAt());
      }
    }
    SortedMap<String, Figures> figures = new TreeMap<>();
    counting.forEach((contract, builder) -> figures.put(contract, builder.build()));
    return new Board(
        Collections.unmodifiableMap(marks), Collections.unmodifiableSortedMap(figures));
  }

  /** The figures of several contracts together; those without a station count for nothing. */
  public Figures figuresOf(Collection<String> contracts) {
    return contracts.stream()
        .map(contract -> figures.getOrDefault(contract, Figures.NONE))
        .reduce(Figures.NONE, Figures::plus);
  }

  /**
   * Stations whose mark differs from that in {@code before}, in order, those that came included.
   */
  public Set<StationKey> changedSince(Board before) {
    return marks.entrySet().stream()
        .filter(e -> !e.getValue().equals(before.marks.get(e.getKey())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether this one is about exactly the same stations. */
  public boolean sameStationsAs(Board other) {
    return marks.keySet().equals(other.marks.keySet());
  }
}
