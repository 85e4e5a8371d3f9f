package org.dockline.dashboard.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dockline.station.Contract;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Counts;
import org.dockline.station.StationObservation.Flags;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.StationStatus;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.testing.PollReportBuilder;

/** A few cities whose stations change by the clock; the same instant gives the same answer. */
public final class MadeUpCities {

  private static final String[] STREETS = {
    "Gare",
    "Hôtel de Ville",
    "Université",
    "Marché",
    "Musée",
    "Port",
    "Stade",
    "Parc",
    "Opéra",
    "Bibliothèque",
    "Rue de l'Église",
    "Quai Centre",
    "Place Neuve",
    "Pont Royal",
    "Cité"
  };

  private final List<String> contracts;
  private final int stationsEach;

  /** That many stations in each of these contracts of the catalogue. */
  public MadeUpCities(int stationsEach, String... contracts) {
    this.contracts = List.of(contracts);
    this.stationsEach = stationsEach;
  }

  /** All stations as a poll of that moment finds them. */
  public List<StationObservation> at(Instant polledAt) {
    List<StationObservation> all = new ArrayList<>();
    for (String contract : contracts) {
      for (int number = 1; number <= stationsEach; number++) {
        all.add(station(contract, number, polledAt));
      }
    }
    return all;
  }

  /** One of them. */
  public StationObservation station(String contract, int number, Instant polledAt) {
    Contract city = ContractCatalogue.builtIn().find(contract).orElseThrow();
    Random still = new Random((contract + number).hashCode());
    int capacity = 12 + still.nextInt(24);
    double phase = still.nextDouble() * 2 * Math.PI;
    double level = 0.5 + 0.62 * Math.sin(hours(polledAt) / 24 * 2 * Math.PI + phase);
    int broken = still.nextInt(6) == 0 ? 1 : 0;
    int bikes = Math.clamp(Math.round(level * capacity), 0, capacity - broken);
    boolean closed = number % 41 == 0;
    boolean unknown = number % 29 == 0;
    int electric = bikes / 3;
    return new StationObservation(
        new StationKey(contract, Integer.toString(number)),
        new Place(
            number + " - " + STREETS[number % STREETS.length],
            number + " " + STREETS[(number * 7) % STREETS.length],
            middle(city.latitude()) + still.nextGaussian() * 0.018,
            middle(city.longitude()) + still.nextGaussian() * 0.026),
        unknown
            ? new Counts(capacity, 0, 0, 0, 0, null, null)
            : new Counts(
                capacity, bikes, capacity - bikes - broken, bikes - electric, electric, null, null),
        closed ? StationStatus.CLOSED : StationStatus.OPEN,
        new Flags(number % 3 == 0, number % 5 == 0, true, false),
        polledAt.minusSeconds(20 + still.nextInt(400)),
        null,
        polledAt,
        Source.JCDECAUX_V3,
        null,
        true);
  }

  /** How the pipeline is when all is well. */
  public PipelineFacts facts(long batchId, Instant asOf) {
    PollReport poll =
        PollReportBuilder.startedAt(asOf.minusSeconds(2))
            .latencyMillis(84)
            .bytes(480_000)
            .stations(contracts.size() * stationsEach, 118, 3)
            .build();
    return new PipelineFacts(
        asOf,
        batchId,
        false,
        List.of(new PipelineFacts.TopicProgress("stations_topic", 0, 120_400, 120_409)),
        List.of(new PipelineFacts.PollSummary(poll, asOf.minusSeconds(2), 8_640, 4)),
        3,
        List.of(
            rejected(asOf.minusSeconds(31), "99", "capacity", "-3", "must not be negative"),
            rejected(asOf.minusSeconds(45), "12", "position", "0, 0", "must not be 0, 0"),
            rejected(asOf.minusSeconds(75), "98", "capacity", "-1", "must not be negative")),
        0);
  }

  /** How it is when no feed has answered for a quarter of an hour and the stream is behind. */
  public PipelineFacts troubledFacts(long batchId, Instant asOf) {
    PollReport poll =
        PollReportBuilder.startedAt(asOf.minusSeconds(2))
            .latencyMillis(10_000)
            .error("HTTP 503: Service Unavailable", 503)
            .build();
    PipelineFacts well = facts(batchId, asOf);
    return new PipelineFacts(
        asOf,
        batchId,
        true,
        List.of(new PipelineFacts.TopicProgress("stations_topic", 0, 82_000, 120_409)),
        List.of(new PipelineFacts.PollSummary(poll, asOf.minusSeconds(900), 8_640, 90)),
        well.rejectedTotal(),
        well.rejectedSamples(),
        0);
  }

  private static Rejection rejected(
      Instant at, String station, String field, String value, String rule) {
    return new Rejection(
        at, Source.JCDECAUX_V3, "lyon", station, field, value, "a " + field + " " + rule, "{}");
  }

  private static double hours(Instant at) {
    return at.getEpochSecond() / 3_600.0;
  }

  private static double middle(@org.jspecify.annotations.Nullable Double degrees) {
    return degrees == null ? 0 : degrees;
  }
}
