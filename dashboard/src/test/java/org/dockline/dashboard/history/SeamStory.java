package org.dockline.dashboard.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.ObservationBuilder;

/**
 * What a station lives through.
 *
 * @param start of the first day
 * @param end of the third, which has not ended
 * @param midnight between the first two
 */
record SeamStory(Instant start, Instant end, Instant midnight) {

  private ObservationBuilder at(String id, int minute) {
    Instant polled = start.plus(Duration.ofMinutes(minute));
    return ObservationBuilder.polledAt(polled)
        .station(new StationKey("city", id))
        .bikes(bikes(minute))
        .reportedAt(polled.minusSeconds(minute % 7 * 30L));
  }

  /** Moves and stays, with both edges of both days in busy times. */
  private static int bikes(int minute) {
    int quarter = minute / 15;
    return quarter % 5 == 4 ? 0 : (quarter * 7 + minute % 3) % 12;
  }

  private int minutes() {
    return (int) Duration.between(start, end).toMinutes();
  }

  /** Two outages within one hour, and one across midnight. */
  List<StationObservation> outage() {
    List<StationObservation> story = new ArrayList<>();
    int seam = (int) Duration.between(start, midnight).toMinutes();
    for (int minute = 0; minute < minutes(); minute += 2) {
      boolean away =
          (minute >= 601 && minute < 619)
              || (minute >= 630 && minute < 655)
              || (minute >= seam - 40 && minute < seam + 25);
      if (!away) {
        story.add(at("outage", minute).build());
      }
    }
    return story;
  }

  List<StationObservation> leaves() {
    List<StationObservation> story = new ArrayList<>();
    for (int minute = 0; minute < 1_700; minute += 3) {
      story.add(at("leaves", minute).build());
    }
    story.add(at("leaves", 1_703).gone());
    return story;
  }

  List<StationObservation> comes() {
    List<StationObservation> story = new ArrayList<>();
    for (int minute = 1_500; minute < minutes(); minute += 4) {
      story.add(at("comes", minute).build());
    }
    return story;
  }

  List<StationObservation> movesToAnotherSource() {
    List<StationObservation> story = new ArrayList<>();
    for (int minute = 1; minute < minutes(); minute += 5) {
      Source source = minute < 1_445 ? Source.JCDECAUX_V3 : Source.GBFS_3;
      story.add(at("moves", minute).source(source).build());
    }
    return story;
  }
}
