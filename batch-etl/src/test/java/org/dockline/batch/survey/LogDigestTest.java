package org.dockline.batch.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.dockline.station.Contract;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.ContractDay;
import org.dockline.station.PollReport;
import org.dockline.station.Source;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.LoadedDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A survey of a digest finds what a survey of the records finds. */
class LogDigestTest {
  private static final List<String> KEYS =
      List.of("lyon/7", "lyon/8", "toyama/1", "kathmandu/1", "atlantis/1", "nothing");
  private static final ContractDay LYON =
      new ContractDay("lyon", LocalDate.parse("2026-03-28"), ZoneId.of("Europe/Paris"));
  private static final int RECORDS = 400;

  private record Entry(String key, long offset, long polledAt) {}

  static IntStream seeds() {
    return IntStream.range(0, Boolean.getBoolean("dockline.long") ? 2_000 : 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void digestAndRecordsAreSurveyedAlike(int seed) {
    Random random = new Random(seed);
    List<Entry> entries = entries(random);
    List<LoadedDay> loaded = loaded(random);
    LogDigest digest = new LogDigest();
    entries.forEach(e -> digest.add(e.key(), e.offset(), e.polledAt()));

    LogSurvey byDigest = survey(loaded);
    LogDigest read = LogDigestText.decode(LogDigestText.encode(digest));
    if (byDigest.parts(0, read)) {
      addAll(entries, byDigest);
    } else {
      byDigest.add(0, read);
    }

    LogSurvey byRecord = survey(loaded);
    addAll(entries, byRecord);
    assertThat(byDigest.result()).isEqualTo(byRecord.result());
  }

  @Test
  void mostDigestsNeedNoReading() {
    long whole =
        seeds()
            .filter(
                seed -> {
                  LogDigest digest = new LogDigest();
                  Random random = new Random(seed);
                  entries(random).forEach(e -> digest.add(e.key(), e.offset(), e.polledAt()));
                  return !survey(List.of()).parts(0, digest);
                })
            .count();
    assertThat(whole).isEqualTo(seeds().count());
  }

  @Test
  void offsetThatADayWasReadToPartsTheMinuteItLiesIn() {
    LogDigest digest = new LogDigest();
    digest.add("lyon/7", 10, LYON.start().toEpochMilli());
    digest.add("lyon/7", 12, LYON.start().toEpochMilli() + 1);
    assertThat(survey(List.of(day(11))).parts(0, digest)).isTrue();
    assertThat(survey(List.of(day(12))).parts(0, digest)).as("12 is the first late one").isTrue();
    assertThat(survey(List.of(day(10))).parts(0, digest)).as("all are late").isFalse();
    assertThat(survey(List.of(day(13))).parts(0, digest)).as("none is late").isFalse();
  }

  @Test
  void textThatIsNoDigestIsRefused() {
    assertThatThrownBy(() -> LogDigestText.decode("")).hasMessageContaining("empty");
    assertThatThrownBy(() -> LogDigestText.decode("0\nlyon")).hasMessageContaining("'lyon'");
  }

  @Test
  void reportDigestSaysWhatAllReportsSay() {
    Random random = new Random(3);
    ReportDigest digest = new ReportDigest();
    NewestReports all = new NewestReports();
    for (int i = 0; i < RECORDS; i++) {
      PollReport report = report(random);
      digest.add(report);
      all.add(report);
    }
    NewestReports few = new NewestReports();
    digest.reports().forEach(few::add);
    assertThat(digest.reports()).hasSizeLessThan(10);
    assertThat(few.learned()).containsExactlyInAnyOrderElementsOf(all.learned());
    assertThat(List.of("a", "b", "c"))
        .allSatisfy(c -> assertThat(few.newest(c)).isEqualTo(all.newest(c)));
  }

  private static PollReport report(Random random) {
    String contract = List.of("a", "b", "c", "*").get(random.nextInt(4));
    Contract learned =
        new Contract(
            "d" + random.nextInt(2),
            "name " + random.nextInt(),
            null,
            null,
            LYON.zone(),
            null,
            null);
    return new PollReport(
        Source.GBFS_2,
        contract,
        LYON.start().plusSeconds(random.nextInt(1_000_000)),
        Duration.ofMillis(80),
        200,
        1,
        1,
        1,
        0,
        null,
        false,
        false,
        null,
        random.nextInt(5) == 0 ? List.of(learned) : List.of(),
        null);
  }

  private static List<Entry> entries(Random random) {
    List<Entry> entries = new ArrayList<>();
    Instant around = LYON.end();
    for (int i = 0; i < RECORDS; i++) {
      boolean nearMidnight = random.nextBoolean();
      long spread = nearMidnight ? 20 * 60_000 : 40L * 3_600_000;
      long polledAt = around.toEpochMilli() + (long) ((random.nextDouble() * 2 - 1) * spread);
      entries.add(new Entry(KEYS.get(random.nextInt(KEYS.size())), 1_000 + i, polledAt));
    }
    return entries;
  }

  private static List<LoadedDay> loaded(Random random) {
    List<LoadedDay> loaded = new ArrayList<>();
    if (random.nextInt(4) > 0) {
      loaded.add(day(1_000 + random.nextInt(RECORDS)));
    }
    if (random.nextBoolean()) {
      DayRead read = new DayRead(5, Map.of(0, 1_000L + RECORDS));
      LocalDate date = LYON.next().date();
      loaded.add(new LoadedDay("toyama", date, read, LYON.end(), false));
    }
    return loaded;
  }

  private static LoadedDay day(long readTo) {
    DayRead read = new DayRead(5, Map.of(0, readTo));
    return new LoadedDay("lyon", LYON.date(), read, LYON.end(), false);
  }

  private static LogSurvey survey(List<LoadedDay> loaded) {
    ContractCatalogue catalogue =
        ContractCatalogue.with(Map.of("kathmandu", ZoneId.of("Asia/Kathmandu")));
    return new LogSurvey(catalogue, new NewestReports(), loaded, Map.of(0, 1_000L + RECORDS));
  }

  private static void addAll(List<Entry> entries, LogSurvey survey) {
    entries.forEach(e -> survey.add(e.key(), 0, e.offset(), e.polledAt()));
  }
}
