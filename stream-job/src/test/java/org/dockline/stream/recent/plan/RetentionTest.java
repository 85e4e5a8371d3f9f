package org.dockline.stream.recent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dockline.station.snapshot.RecentManifest.RecentFile;
import org.dockline.stream.topic.TopicPart;
import org.junit.jupiter.api.Test;

class RetentionTest {

  private static final LocalDate DATE = LocalDate.parse("2026-03-10");

  /** The end of that date. */
  private static final Instant END = Instant.parse("2026-03-11T00:00:00Z");

  private static final Map<String, Instant> SEEN =
      Map.of("lyon", END.plusSeconds(864_000), "toyama", END.plusSeconds(864_000));

  @Test
  void goesTwoDaysAfterEveryContractIsLoaded() {
    Map<String, Instant> loaded = Map.of("lyon", days(2), "toyama", days(2));
    assertThat(goes(loaded, SEEN, days(3))).isTrue();
    assertThat(goes(Map.of("lyon", days(2), "toyama", days(2).minusMillis(1)), SEEN, days(3)))
        .isFalse();
  }

  @Test
  void staysFor53HoursWhateverIsLoaded() {
    Map<String, Instant> loaded = Map.of("lyon", days(9), "toyama", days(9));
    assertThat(goes(loaded, SEEN, END.plusSeconds(53 * 3_600 - 1))).isFalse();
    assertThat(goes(loaded, SEEN, END.plusSeconds(53 * 3_600))).isTrue();
  }

  @Test
  void withoutLoadsStaysForNineDays() {
    assertThat(goes(Map.of(), SEEN, days(9).minusSeconds(1))).isFalse();
    assertThat(goes(Map.of(), SEEN, days(9))).isTrue();
    assertThat(goes(Map.of(), Map.of(), days(8))).isFalse();
    assertThat(goes(Map.of(), Map.of(), days(9))).isTrue();
  }

  @Test
  void contractThatWasNeverLoadedHoldsItBackForNineDays() {
    Map<String, Instant> loaded = Map.of("lyon", days(20));
    assertThat(goes(loaded, SEEN, days(8))).isFalse();
    assertThat(goes(loaded, SEEN, days(9))).isTrue();
  }

  @Test
  void contractWhoseLoadsStoppedHoldsItBackUntilTheyGoOn() {
    Map<String, Instant> loaded = Map.of("lyon", days(20), "toyama", days(0));
    assertThat(goes(loaded, SEEN, days(30))).isFalse();
  }

  @Test
  void contractOfWhichEverythingIsLoadedHoldsNothingBack() {
    Map<String, Instant> loaded = Map.of("lyon", days(20), "toyama", days(0));
    Map<String, Instant> seen = Map.of("lyon", days(20), "toyama", days(0).minusSeconds(1));
    assertThat(goes(loaded, seen, days(4))).isTrue();
  }

  private static Instant days(int afterTheEnd) {
    return END.plusSeconds(86_400L * afterTheEnd);
  }

  private static boolean goes(Map<String, Instant> loaded, Map<String, Instant> seen, Instant now) {
    String path = RecentName.slice(DATE, new TopicPart("stations_topic", 0), "5f0c9b1e", 1, 2);
    RecentFile file = new RecentFile(path, 1, END.minusSeconds(1), END.minusSeconds(1));
    return Retention.expired(List.of(file), loaded, seen, now).contains(file);
  }
}
