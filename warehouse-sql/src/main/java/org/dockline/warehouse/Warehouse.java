package org.dockline.warehouse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.station.dimension.StationPeriod;
import org.dockline.station.flow.StationClose;

/**
 * The warehouse as the batch chain and the dashboard see it. Every method may be called from
 * several threads. A database that is away or refuses shows as {@link WarehouseException}.
 */
public interface Warehouse extends LoadJournal, PollFacts, ServedRows, AutoCloseable {

  /** Days that are loaded, with what was read for them. */
  List<LoadedDay> listLoadedDays();

  /**
   * Up to when the warehouse answers: the end (exclusive) of the contiguous run of loaded days that
   * holds the day of a contract that was loaded first of all, by contract. So it never moves back,
   * and a day loaded on demand far from the others does not move it.
   */
  Map<String, Instant> loadedThrough();

  /** How far a contract is loaded and when it last was, to tell whether a load came between. */
  LoadMark loadMark(String contract);

  /** The closes that a day left behind, by station: the seeds of the next day. */
  Map<StationKey, StationClose> closes(String contract, LocalDate date);

  /**
   * Opens a writer into the staging tables. Several may be open for one load, in one process or in
   * many, each with its own {@code part}; opening a part again replaces what it wrote before.
   *
   * @param loadId names the load; unique
   * @param part number of this writer within the load
   */
  StagingWriter stage(String loadId, int part);

  /**
   * Replaces one contract-day by what was staged for it under {@code loadId}, with its dimension
   * rows, and moves {@link #loadedThrough} where the run of loaded days grows: all in one
   * transaction. Whatever was there for that day before is gone; loading a day twice leaves the
   * same rows. Where the day's close is another than before (none counts as empty), the next day,
   * if loaded, is marked {@link LoadedDay#seedChanged} in the same transaction; this day's own mark
   * is taken off.
   *
   * @throws WarehouseException when another load discarded what this one staged; see {@link #lock}
   */
  DayTotals replaceDay(String loadId, ContractDay day, DayRead read);

  /** Forgets everything that was staged under {@code loadId}. */
  void discardStaging(String loadId);

  /** Inserts or updates what is known of these contracts. */
  void saveContracts(List<Contract> contracts);

  /** All contracts that the warehouse knows. */
  List<Contract> listContracts();

  /** All station hours of a contract-day, by station and time. */
  List<StationHour> listHours(ContractDay day);

  /**
   * The station dimension of a contract, by station and time; tests and ghosts are among them. It
   * is what all loaded days come to, in whatever order they were loaded.
   */
  List<StationPeriod> listStationPeriods(String contract);

  /** What a contract-day comes to, to compare it with another load of the same day. */
  DayChecksum checksum(ContractDay day);

  /**
   * Deletes observations of old days, one contract-day a transaction; their hours, episodes and
   * closes stay. A day is old by the newest loaded day of its contract, so that replayed history is
   * kept as long as any other; a day that is loaded again has its observations again.
   *
   * @param daysKept local days of each contract whose observations stay, at least 1
   * @return how many observations are gone
   */
  long expireObservations(int daysKept);

  /** The state of one station at the end of a loaded day. */
  Optional<StationClose> findClose(StationKey key, LocalDate date);

  @Override
  void close();
}
