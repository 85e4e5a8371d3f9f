package org.dockline.stream.recent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dockline.station.snapshot.RecentManifest.RecentFile;
import org.dockline.stream.topic.TopicPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactionPlanTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-28");
  private static final TopicPart PART = new TopicPart("stations_topic", 0);

  @Test
  void fewSlicesWaitForTheHour() {
    List<RecentFile> files = slices(TODAY, CompactionPlan.MANY - 1);
    assertThat(CompactionPlan.urgent(files)).isEmpty();
    assertThat(CompactionPlan.hourly(files, TODAY))
        .singleElement()
        .satisfies(merge -> assertThat(merge.inputs()).hasSameElementsAs(files))
        .satisfies(merge -> assertThat(RecentName.tier(merge.output())).isEqualTo(Tier.HOUR));
  }

  @Test
  void manySlicesDoNotWait() {
    assertThat(CompactionPlan.urgent(slices(TODAY, CompactionPlan.MANY)))
        .singleElement()
        .satisfies(merge -> assertThat(RecentName.tier(merge.output())).isEqualTo(Tier.RUN));
  }

  @Test
  void hourOfTodayIsNotMergedAgainButDayThatIsOverIs() {
    List<RecentFile> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      hours.add(file(RecentName.merged(TODAY, Tier.HOUR, List.of("hour" + hour)), 100));
    }
    assertThat(CompactionPlan.hourly(hours, TODAY)).isEmpty();
    assertThat(CompactionPlan.hourly(hours, TODAY.plusDays(1)))
        .singleElement()
        .satisfies(merge -> assertThat(merge.inputs()).hasSize(24))
        .satisfies(merge -> assertThat(RecentName.tier(merge.output())).isEqualTo(Tier.DAY))
        .satisfies(merge -> assertThat(RecentName.date(merge.output())).isEqualTo(TODAY));
  }

  @Test
  void datesAreNeverMixed() {
    List<RecentFile> files = new ArrayList<>(slices(TODAY, 3));
    files.addAll(slices(TODAY.minusDays(1), 3));
    assertThat(CompactionPlan.hourly(files, TODAY))
        .hasSize(2)
        .allSatisfy(
            merge ->
                assertThat(merge.inputs())
                    .allMatch(
                        f -> RecentName.date(f.path()).equals(RecentName.date(merge.output()))));
  }

  @Test
  void oneFileOfDayThatIsOverStays() {
    assertThat(CompactionPlan.hourly(slices(TODAY, 1), TODAY.plusDays(1))).isEmpty();
  }

  @Test
  void sameInputsGiveTheSameNameAndOthersAnother() {
    String name = RecentName.merged(TODAY, Tier.DAY, List.of("a", "b"));
    assertThat(RecentName.merged(TODAY, Tier.DAY, List.of("b", "a"))).isEqualTo(name);
    assertThat(RecentName.merged(TODAY, Tier.DAY, List.of("ab"))).isNotEqualTo(name);
  }

  /** The bound that the plan's documentation states, kept while a day and a half goes by. */
  @ParameterizedTest
  @CsvSource({"1, 200", "10, 100", "60, 100"})
  void numberOfFilesStaysBounded(int triggerSeconds, int bound) {
    Map<String, RecentFile> files = new HashMap<>();
    Instant start = Instant.parse("2026-03-28T00:00:00Z");
    Instant nextHourly = start.plus(Duration.ofMinutes(10));
    int most = 0;
    for (int second = 0; second < 129_600; second += triggerSeconds) {
      Instant now = start.plusSeconds(second);
      LocalDate date = LocalDate.ofInstant(now, ZoneOffset.UTC);
      put(files, file(RecentName.slice(date, PART, "5f0c9b1e", second, second), 100));
      if (second % 20 == 0) {
        CompactionPlan.urgent(files.values()).forEach(merge -> apply(merge, files));
      }
      if (!now.isBefore(nextHourly)) {
        hourly(files, date);
        nextHourly = now.plus(Duration.ofHours(1));
      }
      most = Math.max(most, files.size());
    }
    assertThat(most).isLessThan(bound);
    assertThat(files.values().stream().mapToLong(RecentFile::rows).sum())
        .isEqualTo(100L * (129_600 / triggerSeconds));
  }

  private static void hourly(Map<String, RecentFile> files, LocalDate today) {
    List<Merge> merges = CompactionPlan.hourly(files.values(), today);
    while (!merges.isEmpty()) {
      merges.forEach(merge -> apply(merge, files));
      merges = CompactionPlan.hourly(files.values(), today);
    }
  }

  private static void apply(Merge merge, Map<String, RecentFile> files) {
    assertThat(merge.inputs()).hasSizeBetween(2, CompactionPlan.WIDEST);
    merge.inputs().forEach(input -> files.remove(input.path()));
    put(files, file(merge.output(), merge.inputs().stream().mapToLong(RecentFile::rows).sum()));
  }

  private static void put(Map<String, RecentFile> files, RecentFile file) {
    assertThat(files.put(file.path(), file)).as("two files of one name").isNull();
  }

  private static List<RecentFile> slices(LocalDate date, int count) {
    List<RecentFile> slices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slices.add(file(RecentName.slice(date, PART, "5f0c9b1e", 10L * i, 10L * i + 9), 10));
    }
    return slices;
  }

  private static RecentFile file(String path, long rows) {
    return new RecentFile(path, rows, Instant.EPOCH, Instant.EPOCH);
  }
}
