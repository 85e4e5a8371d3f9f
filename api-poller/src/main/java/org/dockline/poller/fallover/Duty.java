package org.dockline.poller.fallover;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks for one contract. The one that stands in takes over only with a good answer in hand,
 * and stays: each change of source costs the flows of one interval, so the first source must have
 * been well for an hour before it speaks again, unless the other one has failed.
 *
 * <p>Not safe for use by several threads at once.
 */
final class Duty {

  /**
   * The first source is given up after as long without a good answer: the last one vouches for its
   * stations for 15 minutes, so there is time to change without a gap.
   */
  static final Duration STOPPED_AFTER = Duration.ofMinutes(5);

  /** A contract's newest report is about 10 minutes old at most; what is older is frozen. */
  static final Duration FROZEN_AFTER = Duration.ofMinutes(20);

  /** The first source must have been well for as long before it speaks again. */
  static final Duration RETURN_AFTER = Duration.ofHours(1);

  private final String contract;
  private Instant lastGood;
  private @Nullable Instant goodSince;
  private boolean known;
  private boolean givenUp;
  private String trouble = "it has not answered yet";
  private boolean standsIn;
  private Instant since;
  private Instant standInGood = Instant.MIN;

  Duty(String contract, Instant start) {
    this.contract = contract;
    this.lastGood = start;
    this.since = start;
  }

  /**
   * Before the restart the other source stood in, so it goes on until it or time tells otherwise.
   */
  void goOnStandingIn(Instant spoke, Instant now) {
    standsIn = true;
    since = spoke;
    standInGood = now;
    trouble = "it stood in before the restart";
  }

  /**
   * The first source gave fresh stations.
   *
   * @return whether it speaks again from now on
   */
  boolean firstIsWell(Instant at) {
    known = true;
    givenUp = false;
    lastGood = at;
    goodSince = goodSince == null ? at : goodSince;
    boolean back = standsIn && (wellForLong(goodSince, at) || otherHasFailed(at));
    if (back) {
      standsIn = false;
      since = at;
    }
    return back;
  }

  /**
   * The first source gave nothing, or nothing fresh.
   *
   * @param forGood whether waiting will not help
   */
  void firstIsIll(String why, boolean forGood) {
    goodSince = null;
    givenUp = forGood;
    trouble = why;
  }

  /** The first source answered, without any station of the contract. */
  void firstHasNone() {
    // One that it had may be back soon; one that it never had is none of its contracts.
    firstIsIll(known ? "it no longer has the contract" : "it has no such contract", !known);
  }

  /** Whether the other source should be asked. */
  boolean wantsStandIn(Instant now) {
    return standsIn || givenUp || !now.isBefore(lastGood.plus(STOPPED_AFTER));
  }

  /**
   * The other source gave a good answer.
   *
   * @return whether it takes over with this answer
   */
  boolean standInIsWell(Instant at) {
    standInGood = at;
    boolean takesOver = !standsIn && wantsStandIn(at);
    if (takesOver) {
      standsIn = true;
      since = at;
    }
    return takesOver;
  }

  boolean standsIn() {
    return standsIn;
  }

  String contract() {
    return contract;
  }

  Instant since() {
    return since;
  }

  /** What was wrong with the first source last. */
  String trouble() {
    return trouble;
  }

  private boolean wellForLong(Instant from, Instant at) {
    return !at.isBefore(from.plus(RETURN_AFTER));
  }

  private boolean otherHasFailed(Instant at) {
    return !at.isBefore(standInGood.plus(STOPPED_AFTER));
  }
}
