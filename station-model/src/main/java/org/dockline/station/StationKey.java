package org.dockline.station;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;

/**
 * The identity of a station: its contract (bike-share system) and its id inside that contract.
 *
 * <p>A station keeps its key when its contract moves from one source to another: JCDecaux {@code
 * number} 7 of {@code lyon} and GBFS {@code station_id} "7" of {@code lyon} are both {@code
 * lyon/7}.
 *
 * @param contract today's name of the contract, lower case, never blank, without {@code /}
 * @param stationId the provider's id of the station, never blank
 */
public record StationKey(String contract, String stationId) implements Comparable<StationKey> {

  private static final Comparator<StationKey> ORDER =
      Comparator.comparing(StationKey::contract).thenComparing(StationKey::stationId);

  /** Rejects blank parts and a contract that holds a slash. */
  public StationKey {
    if (contract.isBlank() || contract.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "A contract must not be blank nor hold '/', but was: '" + contract + "'");
    }
    if (stationId.isBlank()) {
      throw new IllegalArgumentException("A station id must not be blank in contract " + contract);
    }
  }

  /**
   * Reads the form that {@link #toString()} writes.
   *
   * @param text for example {@code lyon/7}; the id may itself hold slashes
   * @throws IllegalArgumentException when there is no slash or a part is blank
   */
  public static StationKey parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "A station key reads 'contract/station_id', but was: '" + text + "'");
    }
    return new StationKey(text.substring(0, slash), text.substring(slash + 1));
  }

  /**
   * The surrogate key of the warehouse: the first 8 bytes of the SHA-256 of {@link #toString()}. It
   * is the same on every machine and for ever, so facts can be written before, after or without
   * their dimension being looked up.
   */
  public long stableHash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public int compareTo(StationKey other) {
    return ORDER.compare(this, other);
  }

  /** The message key of {@code stations_topic}, for example {@code lyon/7}. */
  @Override
  public String toString() {
    return contract + '/' + stationId;
  }
}
