package org.dockline.station.dimension;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dockline.station.StationVersion;
import org.jspecify.annotations.Nullable;

/**
 * One field of all that a station said of itself, with what is no change taken out of it:
 *
 * <ul>
 *   <li>a value that is not said: what was said last holds on;
 *   <li>another {@linkplain Reading reading} of the value that holds, such as a damaged text;
 *   <li>values that the field leaves again within {@link #FLAP} for the one that held before them.
 * </ul>
 */
final class HealedField<T> {

  /** A value that is gone again, for the one before it, within this time was never there. */
  static final Duration FLAP = Duration.ofHours(24);

  /**
   * A value from a place in what was said on.
   *
   * @param at its index
   */
  private record Held<T>(int at, T value) {}

  private final List<DatedVersion> said;
  private final Reading<T> reading;
  private final List<Held<T>> held = new ArrayList<>();

  private HealedField(List<DatedVersion> said, Reading<T> reading) {
    this.said = said;
    this.reading = reading;
  }

  /** Heals one field. */
  static <T> HealedField<T> of(
      List<DatedVersion> said, Function<StationVersion, @Nullable T> field, Reading<T> reading) {
    HealedField<T> healed = new HealedField<>(said, reading);
    for (int at = 0; at < said.size(); at++) {
      T value = field.apply(said.get(at).version());
      if (value != null) {
        healed.add(at, value);
      }
    }
    return healed;
  }

  /** The indexes at which it changed; the first value it had is one. */
  List<Integer> changes() {
    return held.stream().map(Held::at).toList();
  }

  /** What held at a place in what was said; null when nothing was said until then. */
  @Nullable T at(int index) {
    T value = null;
    for (Held<T> h : held) {
      if (h.at <= index) {
        value = h.value;
      }
    }
    return value;
  }

  private void add(int at, T value) {
    int same = held.size() - 1;
    while (same >= 0 && !reading.same(held.get(same).value, value)) {
      same--;
    }
    boolean holds = same >= 0 && same == held.size() - 1;
    boolean flapped = same >= 0 && !holds && leftAfter(same).plus(FLAP).compareTo(from(at)) >= 0;
    if (holds || flapped) {
      held.subList(same + 1, held.size()).clear();
      Held<T> before = held.removeLast();
      held.add(new Held<>(before.at, reading.better(before.value, value)));
    } else {
      held.add(new Held<>(at, value));
    }
  }

  private Instant leftAfter(int index) {
    return from(held.get(index + 1).at);
  }

  private Instant from(int at) {
    return said.get(at).version().validFrom();
  }
}
