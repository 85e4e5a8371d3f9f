package org.dockline.station.dimension;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.StationVersion;

/**
 * What a station was from when to when: a row of the station dimension.
 *
 * @param version what it was; its {@code validFrom} is the row's
 * @param since the local day whose load said so first
 * @param factsFrom from when on facts belong to the row, at most {@code validFrom}; see {@link
 *     Life}
 * @param validTo exclusive; {@link #FOR_EVER} while it holds
 */
public record StationPeriod(
    StationVersion version, LocalDate since, Instant factsFrom, Instant validTo) {

  /** The end of what still holds. */
  public static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

  /** Where a station's first row begins to serve facts. */
  public static final Instant EVER = Instant.parse("1900-01-01T00:00:00Z");

  /** Whether it still holds. */
  public boolean isCurrent() {
    return validTo.equals(FOR_EVER);
  }

  /**
   * The rows of one station, in order and without overlap: each of its lives, cut where what it
   * said of itself changed. What counts as a change is {@link HealedField}'s to say.
   *
   * @param said all that it ever said of itself
   */
  public static List<StationPeriod> of(StationHistory said, List<Life> lives) {
    Healed healed = Healed.of(said.versions());
    return lives.stream().flatMap(life -> healed.periods(life).stream()).toList();
  }

  /** A station's fields, each with its changes. */
  private record Healed(
      List<DatedVersion> said,
      HealedField<String> name,
      HealedField<String> address,
      HealedField<Place> position,
      HealedField<Integer> capacity,
      HealedField<Boolean> banking,
      HealedField<Boolean> bonus) {

    static Healed of(List<DatedVersion> said) {
      return new Healed(
          said,
          HealedField.of(said, v -> v.place().name(), Reading.TEXT),
          HealedField.of(said, v -> v.place().address(), Reading.TEXT),
          HealedField.of(said, Reading::positionOf, Reading.POSITION),
          HealedField.of(said, StationVersion::capacity, Reading.exact()),
          HealedField.of(said, StationVersion::banking, Reading.exact()),
          HealedField.of(said, StationVersion::bonus, Reading.exact()));
    }

    List<StationPeriod> periods(Life life) {
      List<Integer> cuts = cuts(life);
      List<StationPeriod> periods = new ArrayList<>(cuts.size());
      for (int i = 0; i < cuts.size(); i++) {
        boolean first = i == 0;
        int at = cuts.get(i);
        Instant from = first ? life.from() : from(at);
        Instant to = i + 1 == cuts.size() ? life.until() : from(cuts.get(i + 1));
        LocalDate since = first ? life.since() : said.get(at).since();
        periods.add(
            new StationPeriod(version(at, from), since, first ? life.factsFrom() : from, to));
      }
      return periods;
    }

    /** The place in what was said that opens the life, and those within it that change anything. */
    private List<Integer> cuts(Life life) {
      List<Integer> cuts = new ArrayList<>();
      cuts.add(0);
      for (int at : changes()) {
        boolean opens = !from(at).isAfter(life.from());
        if (opens || from(at).equals(from(cuts.getLast()))) {
          cuts.removeLast();
        }
        if (from(at).isBefore(life.until())) {
          cuts.add(at);
        }
      }
      return cuts;
    }

    private TreeSet<Integer> changes() {
      TreeSet<Integer> changes = new TreeSet<>();
      List.of(name, address, position, capacity, banking, bonus)
          .forEach(field -> changes.addAll(field.changes()));
      return changes;
    }

    private Instant from(int at) {
      return said.get(at).version().validFrom();
    }

    private StationVersion version(int at, Instant from) {
      StationKey key = said.get(at).version().key();
      Place where = position.at(at);
      Place place =
          new Place(
              name.at(at),
              address.at(at),
              where == null ? null : where.latitude(),
              where == null ? null : where.longitude());
      return new StationVersion(key, place, capacity.at(at), banking.at(at), bonus.at(at), from);
    }
  }
}
