package org.dockline.station.testing;

import java.time.Instant;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Counts;
import org.dockline.station.StationObservation.Flags;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.StationStatus;
import org.jspecify.annotations.Nullable;

/**
 * Builds observations for tests, with a default for everything: an open, connected station {@code
 * lyon/7} of 20 docks, seen by JCDecaux v3, reported at the moment of the poll.
 */
public final class ObservationBuilder {

  private StationKey key = new StationKey("lyon", "7");
  private Place place = new Place("7 - Bellecour", "Place Bellecour", 45.7578, 4.832);
  private @Nullable Integer capacity = 20;
  private @Nullable Integer bikes = 8;
  private @Nullable Integer docks = 12;
  private StationStatus status = StationStatus.OPEN;
  private @Nullable Boolean connected = true;
  private Instant polledAt;
  private @Nullable Instant reportedAt;
  private @Nullable Instant feedUpdatedAt;
  private Source source = Source.JCDECAUX_V3;
  private @Nullable String extra;

  private ObservationBuilder(Instant polledAt) {
    this.polledAt = polledAt;
    this.reportedAt = polledAt;
  }

  /** Polled and reported at that moment. */
  public static ObservationBuilder polledAt(Instant polledAt) {
    return new ObservationBuilder(polledAt);
  }

  /** See {@link #polledAt(Instant)}. */
  public static ObservationBuilder polledAt(String polledAt) {
    return polledAt(Instant.parse(polledAt));
  }

  /** Of another station, for example {@code toyama/12}. */
  public ObservationBuilder station(String key) {
    return station(StationKey.parse(key));
  }

  /** See {@link #station(String)}. */
  public ObservationBuilder station(StationKey newKey) {
    key = newKey;
    return this;
  }

  /** Elsewhere; null: it does not say where. */
  public ObservationBuilder standing(@Nullable Double latitude, @Nullable Double longitude) {
    place = new Place(place.name(), place.address(), latitude, longitude);
    return this;
  }

  /** Under another name. */
  public ObservationBuilder name(@Nullable String name) {
    place = new Place(name, place.address(), place.latitude(), place.longitude());
    return this;
  }

  /** That many bikes, the other docks free. */
  public ObservationBuilder bikes(int newBikes) {
    return counts(newBikes, capacity == null ? null : Math.max(0, capacity - newBikes));
  }

  /** Exactly these counts; null where the provider does not say. */
  public ObservationBuilder counts(@Nullable Integer newBikes, @Nullable Integer newDocks) {
    bikes = newBikes;
    docks = newDocks;
    return this;
  }

  /** Of another size; before {@link #bikes}, which follows from it. */
  public ObservationBuilder capacity(@Nullable Integer newCapacity) {
    capacity = newCapacity;
    return this;
  }

  /** With another status. */
  public ObservationBuilder status(StationStatus newStatus) {
    status = newStatus;
    return this;
  }

  /** Closed. */
  public ObservationBuilder closed() {
    return status(StationStatus.CLOSED);
  }

  /** Without its line. */
  public ObservationBuilder disconnected() {
    connected = false;
    return this;
  }

  /** Reported at another moment; null when the provider did not say. */
  public ObservationBuilder reportedAt(@Nullable Instant newReportedAt) {
    reportedAt = newReportedAt;
    return this;
  }

  /** See {@link #reportedAt(Instant)}. */
  public ObservationBuilder reportedAt(String newReportedAt) {
    return reportedAt(Instant.parse(newReportedAt));
  }

  /** From another protocol. */
  public ObservationBuilder source(Source newSource) {
    source = newSource;
    return this;
  }

  /** GBFS: when the feed file was renewed last. */
  public ObservationBuilder feedUpdatedAt(Instant newFeedUpdatedAt) {
    feedUpdatedAt = newFeedUpdatedAt;
    return this;
  }

  /** With fields that have no name of their own: the text of one JSON object. */
  public ObservationBuilder extra(String newExtra) {
    extra = newExtra;
    return this;
  }

  /** The observation. */
  public StationObservation build() {
    return new StationObservation(
        key,
        place,
        new Counts(capacity, bikes, docks, null, null, null, null),
        status,
        new Flags(true, false, connected, null),
        reportedAt,
        feedUpdatedAt,
        polledAt,
        source,
        extra,
        true);
  }

  /** The record that tells that the station was absent from that poll. */
  public StationObservation gone() {
    return build().gone(polledAt);
  }
}
