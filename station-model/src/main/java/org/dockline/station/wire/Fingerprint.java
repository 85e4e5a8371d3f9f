package org.dockline.station.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.dockline.station.StationObservation;

/**
 * What an observation is known by, and all that it says, as two numbers. Those of two observations
 * that differ are different, but for one pair in 2^64.
 *
 * @param identity of its station, poll and source
 * @param content of everything
 */
public record Fingerprint(long identity, long content) {

  /** Of an observation. */
  public static Fingerprint of(StationObservation o) {
    return new Fingerprint(
        hash(o.identity().toString().getBytes(StandardCharsets.UTF_8)),
        hash(ObservationJson.encode(o)));
  }

  private static long hash(byte[] text) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
