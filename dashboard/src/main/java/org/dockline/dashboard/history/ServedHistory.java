package org.dockline.dashboard.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Supplier;
import org.dockline.dashboard.history.StationHistory.Part;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.flow.StationClose;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;
import org.jspecify.annotations.Nullable;

/**
 * The Lambda join. For each contract the warehouse says how far it has loaded; before that instant
 * the warehouse answers, from it on recent observations do, and the seam is counted once because
 * both sides carry the same state across it. When a load moves the instant while it is being read,
 * the question is asked again.
 */
public final class ServedHistory {

  /** The stream publishes several times a minute; silent for this long, what it wrote is old. */
  public static final Duration STALE_AFTER = Duration.ofMinutes(2);

  /** How long before its first hour recent observations may matter: state, and stale copies. */
  private static final Duration RUN_UP = Duration.ofHours(1);

  private static final int ATTEMPTS = 4;
  private static final String NOT_CONFIGURED = "no warehouse is configured";

  private final @Nullable Supplier<Warehouse> warehouse;
  private final RecentObservations recent;

  /**
   * Joins these two.
   *
   * @param warehouse gives the open warehouse or throws {@link WarehouseException}; null when none
   *     is configured
   */
  public ServedHistory(@Nullable Supplier<Warehouse> warehouse, RecentObservations recent) {
    this.warehouse = warehouse;
    this.recent = recent;
  }

  /**
   * A station's history from the local hour that holds {@code from} until {@code to}. What can't be
   * had is marked, never an exception.
   *
   * @param zone the contract's zone
   */
  public StationHistory between(StationKey key, ZoneId zone, Instant from, Instant to) {
    Instant start = LocalHours.floor(zone, from);
    if (warehouse == null) {
      return recentOnly(key, zone, start, to, NOT_CONFIGURED);
    }
    try {
      return joined(warehouse.get(), key, zone, start, to);
    } catch (WarehouseException e) {
      return recentOnly(
          key,
          zone,
          start,
          to,
          Objects.requireNonNullElse(e.getMessage(), "the warehouse is away"));
    }
  }

  private StationHistory joined(
      Warehouse from, StationKey key, ZoneId zone, Instant start, Instant to) {
    Instant boundary = from.loadedThrough().get(key.contract());
    for (int attempt = 1; ; attempt++) {
      StationHistory history = joinedAt(from, boundary, key, zone, start, to);
      Instant after = from.loadedThrough().get(key.contract());
      if (Objects.equals(boundary, after) || attempt == ATTEMPTS) {
        return history;
      }
      boundary = after;
    }
  }

  private StationHistory joinedAt(
      Warehouse from,
      @Nullable Instant boundary,
      StationKey key,
      ZoneId zone,
      Instant start,
      Instant to) {
    if (boundary == null) {
      return speed(key, zone, start, to, new Join(Part.EMPTY, null, null, StationClose.NOTHING));
    }
    Instant seam = boundary.isAfter(to) ? ceiling(zone, to) : boundary;
    Part batch = BatchPart.read(from, key, zone, start, seam);
    LocalDate lastLoaded = ContractDay.of(key.contract(), boundary, zone).previous().date();
    StationClose seed =
        boundary.isAfter(to)
            ? StationClose.NOTHING
            : from.findClose(key, lastLoaded).orElse(StationClose.NOTHING);
    return speed(key, zone, start, to, new Join(batch, boundary, null, seed));
  }

  private StationHistory recentOnly(
      StationKey key, ZoneId zone, Instant start, Instant to, String problem) {
    return speed(key, zone, start, to, new Join(Part.EMPTY, null, problem, StationClose.NOTHING));
  }

  /** What the warehouse had to say: its part, how far it goes, and the state it left there. */
  private record Join(
      Part batch, @Nullable Instant boundary, @Nullable String problem, StationClose seed) {}

  private StationHistory speed(StationKey key, ZoneId zone, Instant start, Instant to, Join join) {
    Instant boundary = join.boundary();
    Instant stateAt = boundary == null ? start.minus(RUN_UP) : boundary;
    Instant from = stateAt.isAfter(start) ? stateAt : start;
    RecentObservations.Found found =
        recent.find(key, earlier(stateAt, from).minus(RUN_UP), to.plus(ContractDay.SETTLES));
    StationClose seed =
        stateAt.isBefore(from)
            ? SpeedPart.closeAt(stateAt, from, join.seed(), found.observations())
            : join.seed();
    return new StationHistory(
        key,
        join.batch(),
        SpeedPart.of(key, zone, from, to, seed, found.observations()),
        boundary,
        join.problem(),
        found.problem(),
        found.asOf(),
        found.asOf() == null || found.asOf().plus(STALE_AFTER).isBefore(to));
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** The end of the local hour that holds the last moment before {@code to}. */
  private static Instant ceiling(ZoneId zone, Instant to) {
    Instant floor = LocalHours.floor(zone, to);
    return floor.equals(to) ? to : floor.plus(Duration.ofHours(1));
  }
}
