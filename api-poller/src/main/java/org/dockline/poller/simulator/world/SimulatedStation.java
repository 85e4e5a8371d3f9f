package org.dockline.poller.simulator.world;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One station of the simulated world. What it says at an instant follows from that instant. */
public final class SimulatedStation {

  /** An idle station reports itself once in this time. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(603);

  /** What stands in a station is looked at once in this time, each station at its own second. */
  private static final int CELL = 30;

  private static final int SILENCE_RENEWED_EVERY = 40 * 86_400;
  private static final int SILENT_FOR_AT_LEAST = 3 * 86_400;

  private final StationFacts facts;
  private final District district;
  private final Condition condition;
  private final Oddity oddity;
  private final BikeRhythm rhythm;
  private final BrokenDocks brokenDocks;
  private final double electricShare;
  private final int heartbeatPhase;
  private final int cellPhase;
  private final int lastReportedEvery;

  SimulatedStation(
      long seed,
      StationFacts facts,
      District district,
      Condition condition,
      Oddity oddity,
      BikeRhythm rhythm,
      double electricShare) {
    this.facts = facts;
    this.district = district;
    this.condition = condition;
    this.oddity = oddity;
    this.rhythm = rhythm;
    this.brokenDocks = new BrokenDocks(seed, facts.capacity(), oddity);
    this.electricShare = electricShare;
    this.heartbeatPhase = Dice.below(seed, "heartbeat", (int) HEARTBEAT.toSeconds());
    this.cellPhase = Dice.below(seed, "cell", CELL);
    this.lastReportedEvery = (int) Dice.between(seed, "last reported", 3_600, 34 * 3_600);
  }

  /** What does not change in it. */
  public StationFacts facts() {
    return facts;
  }

  /** What people do around it. */
  public District district() {
    return district;
  }

  /** Whether it works. */
  public Condition condition() {
    return condition;
  }

  /** What is odd about it. */
  public Oddity oddity() {
    return oddity;
  }

  /** What it says at {@code now}. */
  public StationReport at(Instant now) {
    long second = now.getEpochSecond();
    return switch (condition) {
      case HEALTHY -> counted(lastCell(second), lastUpdate(second), true, true);
      case DISCONNECTED -> counted(lastCell(second), lastUpdate(second), true, false);
      case CLOSED_COUNTING -> counted(lastCell(second), lastUpdate(second), false, true);
      case CLOSED -> nothing(lastHeartbeat(second), false);
      case NO_COUNTS -> nothing(lastHeartbeat(second), true);
      case NEVER_REPORTED -> nothing(null, true);
      case SILENT -> counted(silentSince(second), silentSince(second), true, true);
    };
  }

  /**
   * The {@code last_reported} of its GBFS feed, which is no heartbeat: hours old while all is well.
   *
   * @return whole seconds; null when it has never reported
   */
  public @Nullable Instant lastReported(Instant now) {
    if (condition == Condition.NEVER_REPORTED) {
      return null;
    }
    long second = now.getEpochSecond();
    long since =
        condition == Condition.SILENT
            ? silentSince(second)
            : second - Math.floorMod(second - heartbeatPhase, (long) lastReportedEvery);
    return Instant.ofEpochSecond(since);
  }

  private StationReport counted(long cell, long lastUpdate, boolean open, boolean connected) {
    int working = workingDocks(cell);
    int bikes = rhythm.bikes(cell, working);
    int electrical = (int) Math.round(bikes * electricShare);
    int mechanical = bikes - electrical;
    int docks = working - bikes + (oddity == Oddity.MORE_THAN_CAPACITY ? 1 : 0);
    if (oddity == Oddity.BIKE_KINDS_DO_NOT_ADD_UP && mechanical > 0) {
      mechanical--;
    }
    return new StationReport(
        bikes,
        docks,
        mechanical,
        electrical,
        facts.capacity() - working,
        open,
        connected,
        Instant.ofEpochSecond(lastUpdate));
  }

  private static StationReport nothing(@Nullable Long lastUpdate, boolean open) {
    Instant reported = lastUpdate == null ? null : Instant.ofEpochSecond(lastUpdate);
    return new StationReport(0, 0, 0, 0, 0, open, true, reported);
  }

  private long lastUpdate(long second) {
    long heartbeat = lastHeartbeat(second);
    long cell = lastCell(second);
    int standing = standing(cell);
    for (; cell > heartbeat; cell -= CELL) {
      int before = standing(cell - CELL);
      if (before != standing) {
        return cell;
      }
      standing = before;
    }
    return heartbeat;
  }

  /** Bikes and working docks in one number, to be compared. */
  private int standing(long cell) {
    int working = workingDocks(cell);
    return rhythm.bikes(cell, working) << 16 | working;
  }

  private int workingDocks(long cell) {
    return facts.capacity() - brokenDocks.at(cell);
  }

  private long lastHeartbeat(long second) {
    return second - Math.floorMod(second - heartbeatPhase, HEARTBEAT.toSeconds());
  }

  private long lastCell(long second) {
    return second - Math.floorMod(second - cellPhase, (long) CELL);
  }

  private long silentSince(long second) {
    long renewed = second - Math.floorMod(second - heartbeatPhase, (long) SILENCE_RENEWED_EVERY);
    return renewed - SILENT_FOR_AT_LEAST;
  }
}
