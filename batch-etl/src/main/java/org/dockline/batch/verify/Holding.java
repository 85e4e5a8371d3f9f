package org.dockline.batch.verify;

import org.dockline.station.wire.ObservationDigest;

/**
 * What a place holds of one contract-day, beside what it should.
 *
 * @param held distinct observations it holds
 * @param sum their checksum, independent of their order
 * @param expected distinct observations that other places hold, and this one should too
 * @param lacking of those, how many it does not hold
 * @param contradicting of those, how many it holds with another content
 */
record Holding(long held, long sum, long expected, long lacking, long contradicting) {

  static final Holding NOTHING = new Holding(0, 0, 0, 0, 0);

  static Holding of(ObservationDigest held, ObservationDigest expected) {
    return new Holding(
        held.count(),
        held.sum(),
        expected.count(),
        held.lacks(expected),
        held.contradicts(expected));
  }

  /** Together with what it holds of other stations. */
  Holding and(Holding other) {
    return new Holding(
        held + other.held,
        sum + other.sum,
        expected + other.expected,
        lacking + other.lacking,
        contradicting + other.contradicting);
  }

  boolean isRight() {
    return lacking == 0 && contradicting == 0;
  }
}
