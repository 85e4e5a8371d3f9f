package org.dockline.poller.simulator.pour;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.dockline.poller.simulator.protocol.JcdecauxV3Json;
import org.dockline.poller.simulator.world.SimulatedStation;
import org.dockline.poller.simulator.world.StationReport;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/** A station of a {@link SimulatedFeed}, and what it said last. */
final class ListedStation {

  private final SimulatedStation station;
  private final Instant from;
  private @Nullable StationReport report;
  private @Nullable StationObservation observation;
  private int bytes;

  /**
   * Has said nothing yet.
   *
   * @param from the first poll that lists it
   */
  ListedStation(SimulatedStation station, Instant from) {
    this.station = station;
    this.from = from;
  }

  /** Whether a poll of that time lists it. */
  boolean listedAt(Instant polledAt) {
    return !polledAt.isBefore(from);
  }

  /** Looks what it says then, and whether that is new. */
  boolean saysNewsAt(Instant polledAt) {
    StationReport now = station.at(polledAt);
    boolean news = !now.equals(report);
    report = now;
    return news;
  }

  /**
   * Writes what it said last, and notes how long that is.
   *
   * @param out what {@code json} writes to
   */
  void write(JsonGenerator json, ByteArrayOutputStream out) throws IOException {
    if (report != null) {
      json.flush();
      int before = out.size();
      JcdecauxV3Json.write(json, station.facts(), report);
      json.flush();
      boolean afterComma = json.getOutputContext().getCurrentIndex() > 0;
      bytes = out.size() - before - (afterComma ? 1 : 0);
    }
  }

  /** What it said last is read as that. */
  void readAs(StationObservation read) {
    observation = read;
  }

  /** What it said last, seen by a poll of that time. */
  StationObservation seenAt(Instant polledAt) {
    StationObservation last = Objects.requireNonNull(observation, "nothing was read yet");
    return last.polledAt().equals(polledAt) ? last : last.polledAgain(polledAt, null);
  }

  /** How long it is as text. */
  int bytes() {
    return bytes;
  }
}
