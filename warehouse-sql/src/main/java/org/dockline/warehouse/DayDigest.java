package org.dockline.warehouse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.dockline.station.StationKey;
import org.dockline.station.flow.StationClose;
import org.dockline.station.flow.StationDay;
import org.dockline.station.flow.StockoutEpisode;
import org.dockline.station.wire.StationCloseJson;

/**
 * Adds up the {@link DayChecksum} of a contract-day, row by row in any order, so that no day need
 * fit into memory. A row's text is that of its record, whose parts all have one text for one value.
 */
public final class DayDigest {

  private final Adder observations = new Adder();
  private final Adder hours = new Adder();
  private final Adder episodes = new Adder();
  private final Adder closes = new Adder();

  /** Adds all that a station's day comes to. */
  public void add(StationDay day) {
    day.changes().forEach(held -> add(StationPoint.of(held)));
    addWithoutObservations(day);
  }

  /** The same, of a day whose observations have expired. */
  public void addWithoutObservations(StationDay day) {
    StationHour.of(day).forEach(this::add);
    day.flows().episodes().forEach(this::add);
    add(day.flows().key(), day.flows().close());
  }

  /** Adds an observation. */
  public void add(StationPoint point) {
    observations.add(point.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Adds an hour. */
  public void add(StationHour hour) {
    hours.add(hour.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Adds an episode. */
  public void add(StockoutEpisode episode) {
    episodes.add(episode.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a close. */
  public void add(StationKey key, StationClose close) {
    byte[] name = (key + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] json = StationCloseJson.encode(close);
    closes.add(ByteBuffer.allocate(name.length + json.length).put(name).put(json).array());
  }

  /** What was added so far. */
  public DayChecksum checksum() {
    return new DayChecksum(observations.rows(), hours.rows(), episodes.rows(), closes.rows());
  }

  private static final class Adder {
    private final MessageDigest sha256 = sha256();
    private long count;
    private long sum;

    void add(byte[] row) {
      count++;
      sum += ByteBuffer.wrap(sha256.digest(row)).getLong();
    }

    DayChecksum.Rows rows() {
      return new DayChecksum.Rows(count, sum);
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java platform has SHA-256", e);
      }
    }
  }
}
