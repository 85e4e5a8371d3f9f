package org.dockline.station.dimension;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A time in which a station was there, between its absences.
 *
 * @param from inclusive; the poll that first told of it
 * @param since the local day of that poll
 * @param factsFrom from when on facts belong to it: those of its first day before its first poll
 *     too, and for its first life all that came before
 * @param until exclusive; {@link StationPeriod#FOR_EVER} while it lasts
 */
public record Life(Instant from, LocalDate since, Instant factsFrom, Instant until) {

  /**
   * The lives of a station, in order; none when it never said anything.
   *
   * @param openings of a day, the first loaded day from there on that said what the station was
   * @param zone the contract's
   */
  public static List<Life> of(
      StationHistory said,
      List<Absence> absences,
      Function<LocalDate, Optional<DayOpening>> openings,
      ZoneId zone) {
    List<Life> lives = new ArrayList<>();
    Optional<Life> begun = said.versions().stream().findFirst().map(Life::first);
    for (Absence absence : absences) {
      Instant gone = midnight(absence.goneFrom(), zone);
      begun.filter(life -> life.from.isBefore(gone)).ifPresent(life -> lives.add(life.to(gone)));
      begun =
          Optional.ofNullable(absence.heardAgain())
              .flatMap(openings)
              .map(opening -> again(opening, gone, zone));
    }
    begun.ifPresent(lives::add);
    if (!lives.isEmpty()) {
      lives.set(0, lives.getFirst().withAllFactsBefore());
    }
    return List.copyOf(lives);
  }

  private static Life first(DatedVersion version) {
    return new Life(
        version.version().validFrom(), version.since(), StationPeriod.EVER, StationPeriod.FOR_EVER);
  }

  /** A poll may be a little earlier than the local day that it tells of. */
  private static Life again(DayOpening opening, Instant gone, ZoneId zone) {
    return new Life(
        later(opening.firstVersionAt(), gone),
        opening.date(),
        later(midnight(opening.date(), zone), gone),
        StationPeriod.FOR_EVER);
  }

  private Life to(Instant end) {
    return new Life(from, since, factsFrom, end);
  }

  private Life withAllFactsBefore() {
    return new Life(from, since, StationPeriod.EVER, until);
  }

  private static Instant midnight(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
