package org.dockline.warehouse.jdbc;

import static org.dockline.station.testing.ObservationBuilder.polledAt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dockline.station.Contract;
import org.dockline.station.ContractDay;
import org.dockline.station.PollHours;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;
import org.dockline.warehouse.LoadProgress;
import org.dockline.warehouse.LoadRun;
import org.dockline.warehouse.RejectedRecord;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.testing.Loader;
import org.jspecify.annotations.Nullable;

/**
 * A few days of three cities and a provider's test, small enough to be followed by hand: station 7
 * of Lyon is empty from 22:00 to 06:00 and busy otherwise, station 8 has two broken docks and is
 * renamed and enlarged on 2 March, Toyama is full all day, Namur is silent at night.
 */
final class SampleWarehouse {

  private static final Duration STEP = Duration.ofMinutes(10);
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant NIGHT = Instant.parse("2026-03-04T04:00:00Z");

  /** Before any clock that runs this: a load that was noted then is dead. */
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T04:00:00Z");

  /** What a station says at the i-th tenth minute of a day. */
  @FunctionalInterface
  private interface Said {
    ObservationBuilder at(ObservationBuilder builder, int i);
  }

  private SampleWarehouse() {}

  /** Fills an empty warehouse. */
  static void fill(Warehouse warehouse) {
    warehouse.saveContracts(
        List.of(
            contract("lyon", "Vélo'v", "FR", "France", PARIS),
            contract("namur", "Li bia velo", "BE", "Belgium", ZoneId.of("Europe/Brussels")),
            contract("toyama", "Cyclocity", "JP", "Japan", ZoneId.of("Asia/Tokyo"))));
    Loader loader = new Loader(warehouse);
    for (LocalDate date = LocalDate.parse("2026-02-27");
        date.isBefore(LocalDate.parse("2026-03-04"));
        date = date.plusDays(1)) {
      ContractDay lyon = new ContractDay("lyon", date, PARIS);
      loader.load(lyon, lyon(lyon));
    }
    ContractDay namur = day("namur", "Europe/Brussels");
    loader.load(namur, every(namur, "namur/3", 36, (o, i) -> o.bikes(4)));
    ContractDay toyama = day("toyama", "Asia/Tokyo");
    loader.load(toyama, every(toyama, "toyama/1", 0, (o, i) -> o.bikes(20)));
    ContractDay test = day("jcdecauxbike", "Europe/Paris");
    loader.load(test, every(test, "jcdecauxbike/1", 0, (o, i) -> o.bikes(i % 20)));
    fillCalls(warehouse);
    fillJournal(warehouse);
  }

  private static ContractDay day(String contract, String zone) {
    return new ContractDay(contract, LocalDate.parse("2026-03-02"), ZoneId.of(zone));
  }

  private static Contract contract(
      String name, String commercial, String code, String country, ZoneId zone) {
    return new Contract(name, commercial, code, country, zone, null, null);
  }

  private static List<StationObservation> lyon(ContractDay day) {
    boolean renamed = day.date().isAfter(LocalDate.parse("2026-03-01"));
    List<StationObservation> all =
        new ArrayList<>(every(day, "lyon/7", 0, (o, i) -> o.bikes(bellecour(i))));
    all.addAll(
        every(
            day,
            "lyon/8",
            0,
            (o, i) ->
                o.name(renamed ? "8 - Gare" : "8 - Perrache")
                    .capacity(renamed ? 30 : 20)
                    .counts(9, renamed ? 19 : 9)));
    return all;
  }

  /** Bikes at the i-th tenth minute of the day. */
  private static int bellecour(int i) {
    int hour = i / 6;
    return hour < 6 || hour >= 22 ? 0 : 2 + (hour + i) % 5;
  }

  /** One observation each ten minutes, from the from-th on. */
  private static List<StationObservation> every(ContractDay day, String key, int from, Said said) {
    String name = key.substring(key.indexOf('/') + 1) + " - Place";
    return IntStream.range(from, 144)
        .mapToObj(i -> said.at(polledAt(tenth(day, i)).station(key).name(name), i).build())
        .toList();
  }

  private static Instant tenth(ContractDay day, int i) {
    return day.start().plus(STEP.multipliedBy(i));
  }

  private static void fillCalls(Warehouse warehouse) {
    ContractDay lyon = new ContractDay("lyon", LocalDate.parse("2026-03-02"), PARIS);
    List<PollReport> calls =
        IntStream.range(0, 144).mapToObj(i -> call(tenth(lyon, i), "lyon", i)).toList();
    warehouse.replacePollHours("lyon", lyon.start(), lyon.end(), PollHours.of(lyon, calls));
    ContractDay all =
        new ContractDay(PollReport.ALL, LocalDate.parse("2026-03-02"), ZoneId.of("UTC"));
    warehouse.replacePollHours(
        PollReport.ALL,
        all.start(),
        all.end(),
        PollHours.of(all, List.of(call(all.start(), PollReport.ALL, 900))));
    warehouse.saveRejected(
        List.of(
            rejected(0, "lyon", "7", "available_bikes", "-3", "is negative"),
            rejected(1, "lyon", "8", "available_bikes", "-1", "is negative"),
            rejected(2, null, null, null, null, "is no JSON")));
  }

  private static PollReport call(Instant at, String contract, int i) {
    boolean failed = i % 50 == 49;
    return new PollReport(
        Source.JCDECAUX_V3,
        contract,
        at,
        Duration.ofMillis(100 + i),
        failed ? 503 : 200,
        failed ? 0 : 1_000,
        failed ? 0 : 2,
        0,
        0,
        failed ? "HTTP 503" : null,
        false,
        true);
  }

  private static RejectedRecord rejected(
      long offset,
      @Nullable String contract,
      @Nullable String station,
      @Nullable String field,
      @Nullable String value,
      String reason) {
    Instant at = Instant.parse("2026-03-02T10:00:00Z").plusSeconds(offset);
    return new RejectedRecord(
        0,
        offset,
        new Rejection(at, Source.JCDECAUX_V3, contract, station, field, value, reason, "{}"));
  }

  private static void fillJournal(Warehouse warehouse) {
    LocalDate date = LocalDate.parse("2026-03-03");
    warehouse.recordRun(
        new LoadRun(
            "lyon",
            date,
            NIGHT,
            NIGHT.plusSeconds(1),
            LoadRun.Status.FAILED,
            288,
            0,
            0,
            0,
            0,
            null,
            "the disk is full"));
    warehouse.recordRun(
        new LoadRun(
            "lyon",
            date,
            NIGHT.plusSeconds(60),
            NIGHT.plusSeconds(61),
            LoadRun.Status.LOADED,
            288,
            0,
            0,
            288,
            48,
            0L,
            null));
    warehouse.noteProgress(
        new LoadProgress(
            "load-1",
            "all that is due",
            LONG_AGO,
            LONG_AGO.plusSeconds(30),
            LoadProgress.Status.RUNNING,
            3,
            1,
            8,
            1_000,
            900,
            null));
  }
}
