package org.dockline.dashboard.playback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.dockline.dashboard.history.DayReplay;
import org.dockline.dashboard.live.Band;
import org.dockline.station.Availability;
import org.dockline.station.Availability.Known;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.flow.StationTimeline.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A day as small as can be; playback.js reads it. Times are seconds since the day's start. A
 * station is an array: id, name, latitude, longitude, and its changes one after the other, each of
 * four values: seconds since the change before, letter of the band, bikes, docks.
 */
public final class ReplayJson {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Place NOWHERE = new Place(null, null, null, null);

  private ReplayJson() {}

  /** Writes it; stations without a place can't be drawn and are left out. */
  public static void write(DayReplay replay, OutputStream out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      Instant start = replay.day().start();
      json.writeStartObject();
      json.writeStringField("contract", replay.day().contract());
      json.writeStringField("date", replay.day().date().toString());
      json.writeStringField("zone", replay.day().zone().getId());
      json.writeNumberField("seconds", since(start, replay.day().end()));
      json.writeNumberField("told", since(start, replay.to()));
      json.writeBooleanField("warehouse", isLoaded(replay));
      json.writeStringField("state", replay.joined().state());
      clock(json, start, replay.day().end(), replay.day().zone());
      json.writeArrayFieldStart("stations");
      for (var entry : new TreeMap<>(replay.stations()).entrySet()) {
        Place place = replay.places().getOrDefault(entry.getKey(), NOWHERE);
        station(json, entry.getKey(), place, start, entry.getValue());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static boolean isLoaded(DayReplay replay) {
    Instant boundary = replay.joined().boundary();
    return boundary != null && replay.day().start().isBefore(boundary);
  }

  /** From when on which offset holds, so that the browser shows the city's clock. */
  private static void clock(JsonGenerator json, Instant start, Instant end, ZoneId zone)
      throws IOException {
    json.writeArrayFieldStart("clock");
    Instant from = start;
    while (from != null && from.isBefore(end)) {
      json.writeStartArray();
      json.writeNumber(since(start, from));
      json.writeNumber(zone.getRules().getOffset(from).getTotalSeconds());
      json.writeEndArray();
      ZoneOffsetTransition next = zone.getRules().nextTransition(from);
      from = next == null ? null : next.getInstant();
    }
    json.writeEndArray();
    json.writeNumberField(
        "midnight", zone.getRules().getOffset(start).getTotalSeconds() + start.getEpochSecond());
  }

  private static void station(
      JsonGenerator json, StationKey key, Place place, Instant start, List<Segment> segments)
      throws IOException {
    Double latitude = place.latitude();
    Double longitude = place.longitude();
    if (latitude == null || longitude == null) {
      return;
    }
    json.writeStartArray();
    json.writeString(key.stationId());
    json.writeString(Objects.requireNonNullElse(place.name(), key.stationId()));
    json.writeNumber(Math.round(latitude * 100_000) / 100_000.0);
    json.writeNumber(Math.round(longitude * 100_000) / 100_000.0);
    changes(json, start, segments);
    json.writeEndArray();
  }

  private static void changes(JsonGenerator json, Instant start, List<Segment> segments)
      throws IOException {
    json.writeStartArray();
    Shown before = null;
    long at = 0;
    for (Segment segment : segments) {
      Shown now = Shown.of(segment.availability());
      if (!now.equals(before)) {
        long next = since(start, segment.from());
        json.writeNumber(next - at);
        json.writeString(now.band());
        number(json, now.bikes());
        number(json, now.docks());
        at = next;
        before = now;
      }
    }
    json.writeEndArray();
  }

  /** What of a segment is drawn: two that differ in nothing else are one. */
  private record Shown(String band, @Nullable Integer bikes, @Nullable Integer docks) {

    static Shown of(Availability availability) {
      String band = Band.of(availability).code();
      return availability instanceof Known known
          ? new Shown(band, known.bikes(), known.docks())
          : new Shown(band, null, null);
    }
  }

  private static void number(JsonGenerator json, @Nullable Integer value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else {
      json.writeNumber(value);
    }
  }

  private static long since(Instant start, Instant at) {
    return Duration.between(start, at).toSeconds();
  }
}
