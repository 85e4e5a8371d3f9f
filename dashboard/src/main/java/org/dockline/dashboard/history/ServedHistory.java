package org.dockline.dashboard.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.flow.StationClose;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;
import org.jspecify.annotations.Nullable;

/**
 * The Lambda join. For each contract the warehouse says how far it has loaded; before that instant
 * the warehouse answers, from it on recent observations do, and the seam is counted once because
 * both sides carry the same state across it. When a load comes while it is being read, the question
 * is asked again. What can't be had is marked, never an exception.
 */
public final class ServedHistory {

  /** The stream publishes several times a minute; silent for this long, what it wrote is old. */
  public static final Duration STALE_AFTER = Duration.ofMinutes(2);

  /** How long before its first step recent observations may matter: state, and stale copies. */
  static final Duration RUN_UP = Duration.ofHours(1);

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
   * A station's history from the start of the step that holds {@code from} until {@code to}.
   *
   * @param zone the contract's zone
   */
  public StationHistory ofStation(
      StationKey key, ZoneId zone, Instant from, Instant to, Step step) {
    Instant start = step.floor(zone, from);
    StableRead.Outcome<BatchPart> read =
        StableRead.ask(
            warehouse,
            key.contract(),
            (open, boundary) -> BatchPart.read(open, boundary, key, zone, start, to, step),
            BatchPart.NOTHING);
    return withSpeed(key, zone, start, to, step, read);
  }

  private StationHistory withSpeed(
      StationKey key,
      ZoneId zone,
      Instant start,
      Instant to,
      Step step,
      StableRead.Outcome<BatchPart> read) {
    BatchPart batch = read.answer();
    Instant boundary = read.boundary();
    Instant stateAt = boundary == null ? start.minus(RUN_UP) : boundary;
    Instant from = stateAt.isAfter(start) ? stateAt : start;
    RecentObservations.Found found =
        recent.find(key, stateAt.minus(RUN_UP), to.plus(ContractDay.SETTLES));
    StationClose seed =
        stateAt.isBefore(from)
            ? SpeedPart.closeAt(stateAt, from, batch.seed(), found.observations())
            : batch.seed();
    return new StationHistory(
        key,
        step,
        batch.part(),
        SpeedPart.of(key, zone, from, to, step, seed, found.observations()),
        boundary,
        batch.coarseBefore(),
        read.problem(),
        found.problem(),
        found.asOf(),
        from.isBefore(to) && stale(found.asOf(), to));
  }

  /**
   * The history of all stations of a contract together.
   *
   * @param step not {@link Step#RAW}, which is of one station
   * @param counted whether a station counts: tests and ghosts do not
   */
  public TotalHistory ofContract(
      String contract,
      ZoneId zone,
      Instant from,
      Instant to,
      Step step,
      Predicate<StationKey> counted) {
    if (step == Step.RAW) {
      throw new IllegalArgumentException("A contract has no raw history; its stations have");
    }
    Instant start = step.floor(zone, from);
    ContractQuestion question = new ContractQuestion(contract, zone, start, to, step, counted);
    StableRead.Outcome<ContractBatch> read =
        StableRead.ask(
            warehouse,
            contract,
            (open, boundary) -> ContractBatch.read(open, boundary, question),
            ContractBatch.NOTHING);
    return ContractSpeed.join(recent, question, read);
  }

  /**
   * The history of all stations of a country together; see {@link TotalHistory#ofCountry}.
   *
   * @param contracts those of the country, at least one, each with its zone
   * @param step as for a contract
   * @param counted whether a station counts: tests and ghosts do not
   */
  public TotalHistory ofCountry(
      Map<String, ZoneId> contracts,
      Instant from,
      Instant to,
      Step step,
      Predicate<StationKey> counted) {
    return TotalHistory.ofCountry(
        contracts.entrySet().stream()
            .map(
                contract ->
                    new TotalHistory.OfContract(
                        ofContract(contract.getKey(), contract.getValue(), from, to, step, counted),
                        contract.getValue()))
            .toList());
  }

  static boolean stale(@Nullable Instant asOf, Instant to) {
    return asOf == null || asOf.plus(STALE_AFTER).isBefore(to);
  }
}
