package org.dockline.warehouse;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.flow.FlowTotals;
import org.jspecify.annotations.Nullable;

/**
 * What readers of a page want to know of the past beyond plain history: read from the views for
 * analysts, so that page and query say the same. Stations that are tests or ghosts are not in it.
 * Every method may be called from several threads; a database that is away or refuses shows as
 * {@link WarehouseException}.
 */
public interface Insights {

  /** The typical day of a station, weekdays first, each in order of the local hour. */
  List<TypicalHour> listTypicalDay(StationKey key);

  /** How often a station was empty or full, by calendar month, the newest first. */
  List<StationMonth> listStationMonths(StationKey key);

  /**
   * Each station of a contract, its hours whose start lies in [from, to) added up, by station.
   *
   * @param from inclusive
   * @param to exclusive
   */
  List<StationSum> listStationSums(String contract, Instant from, Instant to);

  /** A contract by calendar month, the newest first. */
  List<ContractMonth> listContractMonths(String contract);

  /** The stations of a contract as they last stood on a local date, by station. */
  List<PlacedStation> listStations(String contract, LocalDate date);

  /**
   * How the providers answered, each source and contract over its hours that start at {@code from}
   * or later, by contract and source.
   *
   * @param from inclusive
   */
  List<FeedAnswers> listFeedAnswers(Instant from);

  /**
   * Why records received in [from, to) were rejected, by reason and field: the most frequent fifty,
   * the most frequent first.
   *
   * @param from inclusive
   * @param to exclusive
   */
  List<RejectedReason> listRejectedReasons(Instant from, Instant to);

  /**
   * One local hour of the typical weekday or weekend day of a station.
   *
   * @param weekend whether of Saturdays and Sundays, or of the other days
   * @param localHour 0..23
   * @param hours how many hours it is made of
   * @param mean mean occupancy, weighted with known time, 0..1
   * @param low the occupancy that a tenth of the hours stayed below
   * @param lowerQuarter the same of a quarter
   * @param median the same of half
   * @param upperQuarter the same of three quarters
   * @param high the same of nine tenths
   */
  record TypicalHour(
      boolean weekend,
      int localHour,
      long hours,
      double mean,
      double low,
      double lowerQuarter,
      double median,
      double upperQuarter,
      double high) {}

  /**
   * A month of a station.
   *
   * @param days loaded days
   * @param shareEmpty time empty / known time; null when nothing is known
   * @param shareFull time full / known time; null when nothing is known
   * @param coverage known time / all time, 0..1
   */
  record StationMonth(
      YearMonth month,
      int days,
      @Nullable Double shareEmpty,
      @Nullable Double shareFull,
      double coverage) {}

  /**
   * A station over some time.
   *
   * @param name what it was called; null when it has no name
   * @param totals its hours added up
   */
  record StationSum(StationKey key, @Nullable String name, FlowTotals totals) {}

  /**
   * A month of a contract.
   *
   * @param days loaded days
   * @param stations the most that a day had
   * @param arrivals observed, a lower bound
   * @param departures observed, a lower bound
   * @param shareEmpty time empty / known time; null when nothing is known
   * @param shareFull time full / known time; null when nothing is known
   * @param coverage known time / all time, 0..1
   */
  record ContractMonth(
      YearMonth month,
      int days,
      int stations,
      long arrivals,
      long departures,
      @Nullable Double shareEmpty,
      @Nullable Double shareFull,
      double coverage) {}

  /**
   * Where a station stood and how large it was.
   *
   * @param name the operator's; null when it has none
   * @param capacity docks in all; null when it was never said
   */
  record PlacedStation(
      StationKey key,
      @Nullable String name,
      @Nullable Double latitude,
      @Nullable Double longitude,
      @Nullable Integer capacity) {}

  /**
   * How one provider answered for one contract over some time.
   *
   * @param contract the contract asked, or {@code *} for calls that ask for all at once
   * @param countryCode ISO 3166-1 alpha-2; null when it is not known or many were asked at once
   * @param calls calls started
   * @param failures of them without a usable answer
   * @param gaps silences that began
   * @param times null when no call was answered at all
   */
  record FeedAnswers(
      Source source,
      String contract,
      @Nullable String countryCode,
      long calls,
      long failures,
      long gaps,
      @Nullable AnswerTimes times) {}

  /**
   * Records with the same reason and field at fault.
   *
   * @param records how many, at least 1
   * @param newest the last of them, without its raw text
   */
  record RejectedReason(long records, Rejection newest) {}

  /**
   * How long answers took. Only percentiles of single hours are kept: those of a longer time are
   * their means, weighted with calls.
   *
   * @param median mean of the hours' medians
   * @param p95 mean of the hours' 95th percentiles
   * @param slowest the slowest answer of all, exactly
   */
  record AnswerTimes(Duration median, Duration p95, Duration slowest) {}
}
