package org.dockline.dashboard.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dockline.station.Availability;
import org.dockline.station.Availability.Known;
import org.dockline.station.Availability.Reason;
import org.dockline.station.Availability.Unknown;
import org.dockline.station.StationObservation;
import org.dockline.station.StationStatus;
import org.jspecify.annotations.Nullable;

/**
 * The tile in one sentence: "5 bikes available, 15 free docks, open, no card terminal, updated 40 s
 * ago".
 */
public final class TileText {

  /** Stands for the age in {@link #withoutAge}; the browser counts on. */
  public static final String AGE = "{age}";

  private TileText() {}

  /** The sentence at a moment. */
  public static String of(StationObservation o, Instant now, Words words) {
    String age = words.age(Duration.between(o.observedAt(), now));
    return withoutAge(o, now, words).replace(AGE, age);
  }

  /** The sentence with {@link #AGE} in place of the age. */
  public static String withoutAge(StationObservation o, Instant now, Words words) {
    List<String> parts = new ArrayList<>();
    switch (Availability.at(o, now)) {
      case Known known -> counts(known, words, parts);
      case Unknown unknown -> parts.add(words.say("tile.unknown", reason(unknown, words)));
    }
    parts.add(status(o.status(), words));
    parts.add(terminal(o.flags().banking(), words));
    parts.add(words.say("tile.updated", AGE));
    return String.join(words.say("tile.separator"), parts);
  }

  /** Why nothing is known, in people's words. */
  public static String reason(Unknown unknown, Words words) {
    return words.say("reason." + key(unknown.reason()));
  }

  /** Open, closed or not said. */
  public static String status(StationStatus status, Words words) {
    return words.say("status." + status.name().toLowerCase(Locale.ROOT));
  }

  /** With a card terminal, without, or not said. */
  public static String terminal(@Nullable Boolean banking, Words words) {
    return banking == null
        ? words.say("tile.terminal.unknown")
        : words.say(banking ? "tile.terminal.yes" : "tile.terminal.no");
  }

  static String key(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private static void counts(Known known, Words words, List<String> parts) {
    Integer docks = known.docks();
    parts.add(words.say("tile.bikes", known.bikes()));
    parts.add(docks == null ? words.say("tile.docks.unknown") : words.say("tile.docks", docks));
  }
}
