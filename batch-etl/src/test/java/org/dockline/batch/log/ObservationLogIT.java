package org.dockline.batch.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.dockline.batch.SharedSpark;
import org.dockline.batch.archive.ArchiveDaySource;
import org.dockline.batch.archive.ArchiveFolder;
import org.dockline.batch.archive.ArchiveTopics;
import org.dockline.batch.archive.Archiver;
import org.dockline.batch.kafka.KafkaDaySource;
import org.dockline.batch.load.ObservationLog;
import org.dockline.batch.survey.OffsetRange;
import org.dockline.batch.survey.SurveyedLog;
import org.dockline.batch.testing.City;
import org.dockline.batch.testing.TestTopics;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.ContractDay;
import org.dockline.station.PollReport;
import org.dockline.station.StationObservation;
import org.dockline.station.testing.BrokerProcess;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.RejectedRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every log of observations must answer, wherever its parts lie: the same. */
class ObservationLogIT {
  private static final LocalDate DATE = LocalDate.parse("2026-03-28");
  private static final City LYON =
      City.of(new ContractDay("lyon", DATE, ZoneId.of("Europe/Paris")), 2, 6);
  private static final Instant NOW = Instant.parse("2026-03-31T05:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final int FORGOTTEN = 120;

  @TempDir static Path directory;
  private static BrokerProcess broker;
  private static TestTopics topics;
  private static SurveyedLog expected;
  private static List<String> whole;
  private static List<String> middle;

  /** Where the parts lie. */
  enum Kind {
    KAFKA,
    ARCHIVE,
    ARCHIVE_THEN_KAFKA,
    ARCHIVE_THEN_WHAT_KAFKA_HAS_NOT_FORGOTTEN
  }

  @BeforeAll
  static void pour() {
    broker = BrokerProcess.start(directory);
    topics = TestTopics.create(broker.bootstrapServers(), "_log", 2);
    List<StationObservation> all = new ArrayList<>(LYON.observations());
    // Not in the order of time: the second half first.
    List<StationObservation> late = all.subList(0, all.size() / 2);
    topics.send(all.subList(all.size() / 2, all.size()));
    topics.report(NOW.minusSeconds(7_200));
    topics.reject(NOW.minusSeconds(7_100), "lyon");
    archiver("half").run();
    topics.send(late);
    topics.send(
        "lyon/s1",
        DATE.atStartOfDay().toInstant(ZoneOffset.UTC),
        "no".getBytes(StandardCharsets.UTF_8));
    topics.report(NOW.minusSeconds(3_600));
    topics.reject(NOW.minusSeconds(3_500), "lyon");
    archiver("all").run();
    expected = log(Kind.KAFKA).survey(loaded());
    whole = rows(Kind.KAFKA, ranges(0, Long.MAX_VALUE));
    middle = rows(Kind.KAFKA, some());
  }

  @AfterAll
  static void stop() {
    topics.close();
    broker.close();
  }

  @ParameterizedTest
  @EnumSource
  void surveyFindsTheSame(Kind kind) {
    assertThat(expected.extents()).isNotEmpty();
    assertThat(log(kind).survey(loaded())).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void everyRecordOfTheRangesIsReadOnce(Kind kind) {
    assertThat(rows(kind, ranges(0, Long.MAX_VALUE)))
        .hasSize(LYON.observations().size() + 1)
        .isEqualTo(whole);
    assertThat(rows(kind, some())).isNotEmpty().isEqualTo(middle);
  }

  @ParameterizedTest
  @EnumSource
  void reportsAndRejectionsAreReadByTime(Kind kind) {
    List<PollReport> polls = new ArrayList<>();
    log(kind).polls(NOW.minusSeconds(7_200), NOW.minusSeconds(3_600), polls::add);
    assertThat(polls).extracting(PollReport::startedAt).containsExactly(NOW.minusSeconds(7_200));

    List<RejectedRecord> rejected = new ArrayList<>();
    log(kind).rejections(NOW.minusSeconds(8_000), NOW, rejected::add);
    assertThat(rejected).extracting(RejectedRecord::offset).containsExactly(0L, 1L);
  }

  @Test
  void kafkaAloneThatHasForgottenSaysSo() {
    String name = "_forgetful";
    try (TestTopics forgetful = TestTopics.create(broker.bootstrapServers(), name, 1)) {
      forgetful.send(LYON.observations());
      forgetful.deleteBefore(FORGOTTEN);
      KafkaDaySource kafka = new KafkaDaySource(forgetful.address());
      SurveyedLog survey = joined(List.of(kafka)).survey(List.of());
      Instant first = LYON.observations().get(FORGOTTEN).polledAt();
      assertThat(survey.contracts().get("lyon").gaps())
          .singleElement()
          .satisfies(gap -> assertThat(gap.isBeginning()).isTrue())
          .satisfies(gap -> assertThat(gap.to()).isEqualTo(first));
    }
  }

  private static List<LoadedDay> loaded() {
    ContractDay first = LYON.days().getFirst();
    Map<Integer, Long> readTo = Map.of(0, 150L, 1, 150L);
    return List.of(
        new LoadedDay("lyon", first.date(), new DayRead(10, readTo), first.settledAt(), false));
  }

  private static Map<Integer, OffsetRange> ranges(long from, long to) {
    Map<Integer, OffsetRange> ranges = new HashMap<>();
    expected
        .end()
        .forEach(
            (p, end) -> ranges.put(p, new OffsetRange(Math.min(from, end), Math.min(to, end))));
    return ranges;
  }

  private static Map<Integer, OffsetRange> some() {
    long half = LYON.observations().size() / 4;
    return ranges(half - 50, half + 50);
  }

  private static List<String> rows(Kind kind, Map<Integer, OffsetRange> ranges) {
    return log(kind).read(SharedSpark.get(), ranges, 2).collectAsList().stream()
        .map(ObservationLogIT::text)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static String text(Row row) {
    return utf8(row.getAs(0)) + " " + row.get(1) + " " + utf8(row.getAs(2));
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static ObservationLog log(Kind kind) {
    KafkaDaySource kafka = new KafkaDaySource(topics.address());
    return switch (kind) {
      case KAFKA -> joined(List.of(kafka));
      case ARCHIVE -> joined(List.of(archive("all")));
      case ARCHIVE_THEN_KAFKA -> joined(List.of(archive("half"), kafka));
      case ARCHIVE_THEN_WHAT_KAFKA_HAS_NOT_FORGOTTEN ->
          joined(List.of(archive("half"), new Forgetful(kafka, archive("half"))));
    };
  }

  private static ObservationLog joined(List<LogPart> parts) {
    return new JoinedLog(parts, ContractCatalogue.builtIn(), CLOCK);
  }

  private static ArchiveDaySource archive(String name) {
    return new ArchiveDaySource(folder(name), names());
  }

  private static Archiver archiver(String name) {
    return new Archiver(new KafkaDaySource(topics.address()), folder(name), names(), 100, 2, CLOCK);
  }

  private static ArchiveFolder folder(String name) {
    return ArchiveFolder.at(directory.resolve(name).toString(), new Configuration());
  }

  private static ArchiveTopics names() {
    return new ArchiveTopics(
        topics.address().stationsTopic(),
        topics.address().pollsTopic(),
        topics.address().rejectedTopic());
  }
}
