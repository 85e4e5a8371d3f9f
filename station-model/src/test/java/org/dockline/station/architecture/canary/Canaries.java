package org.dockline.station.architecture.canary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.io.File;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** One class for each rule, which breaks it and nothing else of note. */
public final class Canaries {
  private Canaries() {}

  /** Breaks none. */
  public record Innocent(Instant at, String table) {}

  /** Reads the clock of the machine. */
  public static final class ClockReader {
    /** The clock nobody handed in. */
    public Instant at() {
      return Clock.systemUTC().instant();
    }
  }

  /** Asks for the time without saying whose. */
  public static final class NowSayer {
    /** Some time. */
    public Instant at() {
      return Instant.now();
    }
  }

  /** Takes the zone of whoever's machine it is. */
  public static final class ZoneTaker {
    /** Some zone. */
    public ZoneId zone() {
      return ZoneId.systemDefault();
    }
  }

  /** Reads the environment. */
  public static final class EnvironmentReader {
    /** A setting that nobody checked. */
    public String home() {
      return System.getenv().getOrDefault("HOME", "");
    }
  }

  /** Measures time in the pure middle. */
  public static final class Stopwatch {
    /** Nanoseconds of this machine. */
    public long nanos() {
      return System.nanoTime();
    }
  }

  /** Touches files in the pure middle. */
  public record FileToucher(File file) {}

  /** Binds JSON to objects. */
  public record JsonBinder(JsonNode node) {}

  /** Speaks SQL outside the warehouse. */
  public static final class SqlSpeaker {
    /** A query in the wrong place, in pieces. */
    public String query(String contract) {
      return "select name from bikes.dim_station where contract = '" + contract + "'";
    }
  }

  /** Prints from within. */
  public static final class Printer {
    /** To nobody in particular. */
    public void print() {
      System.out.println("hello");
    }
  }

  /** Sleeps in place of a condition. */
  public static final class Sleeper {
    /** And hopes. */
    public void await() throws InterruptedException {
      Thread.sleep(Duration.ofMillis(1));
    }
  }

  /** Is called after nothing it does. */
  public static final class StationUtils {}

  /** Has a field filled from outside. */
  public static final class FieldFilled {
    @Inject Innocent innocent;
  }
}
