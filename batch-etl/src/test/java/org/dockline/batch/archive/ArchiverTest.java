package org.dockline.batch.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.dockline.batch.load.LogUnavailableException;
import org.dockline.batch.log.JoinedLog;
import org.dockline.batch.log.LogPart;
import org.dockline.batch.log.LogTopic;
import org.dockline.batch.log.RawRecord;
import org.dockline.batch.log.TimeRange;
import org.dockline.batch.survey.OffsetRange;
import org.dockline.batch.survey.SurveyedLog;
import org.dockline.batch.testing.FillingFileSystem;
import org.dockline.batch.testing.MemoryPart;
import org.dockline.batch.testing.SteppedClock;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.ContractDay;
import org.dockline.station.ContractLog;
import org.dockline.station.LogGap;
import org.dockline.station.PollReport;
import org.dockline.station.Source;
import org.dockline.station.wire.PollReportJson;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.LoadedDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiverTest {
  private static final ArchiveTopics TOPICS = new ArchiveTopics("stations", "polls", "rejected");
  private static final Instant NOW = Instant.parse("2026-03-12T05:00:00Z");
  private static final TimeRange EVER = new TimeRange(Instant.EPOCH, NOW.plusSeconds(1));
  private static final int FILE_RECORDS = 100;

  @TempDir Path directory;

  private final SteppedClock clock = new SteppedClock(NOW.toString());
  private final MemoryPart kafka = new MemoryPart(2);

  @Test
  void everyRecordComesBackAsItWas() {
    kafka.append(LogTopic.REJECTED, 0, -1, null, null);
    kafka.append(
        LogTopic.REJECTED,
        1,
        NOW.toEpochMilli(),
        new byte[] {0, -1},
        new byte[0],
        new RawRecord.Header("schema", new byte[] {1}),
        new RawRecord.Header("schema", null),
        new RawRecord.Header("ü", new byte[0]));
    pour(250);

    ArchiveResult result = archiver(folder()).run();
    assertThat(result.records()).isEqualTo(2 + 250);
    assertThat(result.files()).as("no more than 100 records in a file").isEqualTo(1 + 1 + 2 + 2);
    assertThat(result.bytes()).isPositive();

    for (LogTopic topic : LogTopic.values()) {
      assertThat(texts(archive(), topic)).isEqualTo(texts(kafka, topic));
    }
  }

  @Test
  void nextRunAddsWhatIsNewAndChangesNothing() throws IOException {
    pour(150);
    archiver(folder()).run();
    Map<Path, FileTime> before = files();

    assertThat(archiver(folder()).run().records()).isZero();
    assertThat(files()).isEqualTo(before);

    pour(30);
    assertThat(archiver(folder()).run().records()).isEqualTo(30);
    assertThat(files()).containsAllEntriesOf(before).hasSize(before.size() + 2);
    assertThat(texts(archive(), LogTopic.STATIONS)).isEqualTo(texts(kafka, LogTopic.STATIONS));
  }

  @Test
  void filesOfOneRunAreOfOneSizeSoThatNoWriterWaitsForAnother() throws IOException {
    pour(2 * 250);
    archiver(folder()).run();
    assertThat(files().keySet())
        .map(file -> ArchiveName.parse(file.getFileName().toString()).orElseThrow())
        .filteredOn(name -> name.topic().equals("stations"))
        .map(name -> name.offsets().size())
        .containsOnly(61L, 63L);
  }

  @Test
  void whatAKilledRunLeftIsNotReadAndIsSweptAfterADay() throws IOException {
    pour(10);
    Path left = directory.resolve("stations").resolve(".unfinished-7-stations-0-x.parquet");
    Files.createDirectories(directory.resolve("stations"));
    Files.writeString(left, "half of a fi");
    Files.setLastModifiedTime(left, FileTime.from(NOW.minus(Duration.ofHours(23))));

    archiver(folder()).run();
    assertThat(texts(archive(), LogTopic.STATIONS)).isEqualTo(texts(kafka, LogTopic.STATIONS));
    assertThat(left).as("it may still be written").exists();

    Files.setLastModifiedTime(left, FileTime.from(NOW.minus(Duration.ofHours(25))));
    archiver(folder()).run();
    assertThat(left).doesNotExist();
  }

  @Test
  void fileOfAnotherArchiverThatOverlapsCountsOnce() {
    pour(60);
    archiver(folder()).run();
    pour(60);
    ArchiveName overlapping = new ArchiveName("stations", 0, new OffsetRange(10, 60));
    ArchiveFolder folder = folder();
    folder.publish(
        folder.write(
            overlapping,
            new Digester(LogTopic.STATIONS, "first"),
            each -> kafka.read(LogTopic.STATIONS, Map.of(0, overlapping.offsets()), EVER, each)));

    assertThat(archiver(folder()).run().records()).as("partition 1 alone").isEqualTo(30);
    assertThat(texts(archive(), LogTopic.STATIONS)).isEqualTo(texts(kafka, LogTopic.STATIONS));
    assertThat(survey(archive())).isEqualTo(survey(kafka));
  }

  @Test
  void whatKafkaForgotBeforeIsCountedOnceAndItsDaysAreInDoubt() {
    pour(100);
    archiver(folder()).run();
    pour(100);
    kafka.forgetBefore(LogTopic.STATIONS, 0, 80);

    assertThat(archiver(folder()).run().lost()).isEqualTo(30);
    assertThat(archiver(folder()).run().lost()).as("it was said").isZero();

    ContractLog lyon = lyon(archive());
    LogGap gap = LogGap.between(polledAt(98), polledAt(160));
    assertThat(lyon.gaps()).containsExactly(gap);
    assertThat(lyon.holds(ContractDay.of("lyon", polledAt(100), lyon.zone()))).isFalse();
    assertThat(lyon.holds(lyon.day(NOW.atZone(lyon.zone()).toLocalDate().minusDays(1)))).isTrue();
  }

  @Test
  void archiveThatBeganLateAndLogsThatMeetAreJoined() {
    pour(100);
    kafka.forgetBefore(LogTopic.STATIONS, 1, 7);
    assertThat(archiver(folder()).run().lost()).as("nobody knows what there was").isZero();
    pour(50);

    SurveyedLog joined = survey(archive(), kafka);
    assertThat(joined).isEqualTo(survey(kafka));
    assertThat(lyon(archive(), kafka).gaps()).containsExactly(LogGap.before(polledAt(15)));
  }

  /**
   * A load reads from Kafka what is not archived yet, so days are read beyond the archive's end.
   */
  @Test
  void dayThatWasReadBeyondTheArchiveIsStillHeldByIt() {
    pour(40);
    archiver(folder()).run();
    ContractDay day =
        lyon(archive()).day(polledAt(0).atZone(ZoneId.of("Europe/Paris")).toLocalDate());

    assertThat(loaded(day, 40).holds(day)).isTrue();
    assertThat(loaded(day, 40).inLog(day.date()).late()).isZero();
    assertThat(loaded(day, 41).holds(day)).as("one is not archived").isFalse();
  }

  @Test
  void topicThatWasMadeAnewIsNeverMixedWithTheOld() {
    pour(40);
    archiver(folder()).run();
    kafka.makeAnew(LogTopic.STATIONS);
    pour(10);
    assertThatThrownBy(() -> archiver(folder()).run())
        .isInstanceOf(LogUnavailableException.class)
        .hasMessageContaining("another stations")
        .hasMessageContaining("ARCHIVE_DIR");
    pour(400);
    assertThatThrownBy(() -> archiver(folder()).run())
        .as("also when it has grown longer")
        .isInstanceOf(LogUnavailableException.class);
  }

  @Test
  void fullDiskIsNamedAndNothingIsLeftOfTheFile() throws IOException {
    pour(100);
    Configuration hadoop = new Configuration();
    hadoop.setClass("fs.filling.impl", FillingFileSystem.class, FileSystem.class);
    ArchiveFolder filling = ArchiveFolder.at("filling:" + directory, hadoop);
    FillingFileSystem.ROOM.set(1_000);

    assertThatThrownBy(() -> archiver(filling).run())
        .isInstanceOf(ArchiveUnwritableException.class)
        .hasMessageContaining("No space left on device")
        .hasMessageContaining("make room there")
        .hasMessageContaining(filling.toString());
    assertThat(files()).isEmpty();

    FillingFileSystem.ROOM.set(1_000_000);
    assertThat(archiver(filling).run().records()).isEqualTo(100);
    assertThat(texts(archive(), LogTopic.STATIONS)).isEqualTo(texts(kafka, LogTopic.STATIONS));
  }

  @Test
  void reportsAreFoundByTimeAndByTheirDigest() {
    for (int i = 0; i < 300; i++) {
      Instant at = NOW.minusSeconds(60L * (300 - i));
      kafka.append(LogTopic.POLLS, 0, at.toEpochMilli(), null, PollReportJson.encode(report(at)));
    }
    kafka.append(LogTopic.POLLS, 0, NOW.toEpochMilli(), null, "no report".getBytes(UTF_8));
    archiver(folder()).run();
    pour(1);

    List<PollReport> found = new ArrayList<>();
    JoinedLog log = new JoinedLog(List.of(archive()), ContractCatalogue.builtIn(), clock);
    log.polls(NOW.minusSeconds(600), NOW.minusSeconds(300), found::add);
    assertThat(found)
        .extracting(PollReport::startedAt)
        .hasSize(5)
        .first()
        .isEqualTo(NOW.minusSeconds(600));
    assertThat(lyon(archive(), kafka).lastReport()).isEqualTo(NOW.minusSeconds(60));
  }

  private Archiver archiver(ArchiveFolder folder) {
    return new Archiver(kafka, folder, TOPICS, FILE_RECORDS, 2, clock);
  }

  private ArchiveFolder folder() {
    return ArchiveFolder.at(directory.toString(), new Configuration());
  }

  private ArchiveDaySource archive() {
    return new ArchiveDaySource(folder(), TOPICS);
  }

  private SurveyedLog survey(LogPart... parts) {
    return new JoinedLog(List.of(parts), ContractCatalogue.builtIn(), clock).survey(List.of());
  }

  /** What the archive holds of it when so many records of a day had been read, up to offset 25. */
  private ContractLog loaded(ContractDay day, long records) {
    DayRead read = new DayRead(records, Map.of(0, 25L, 1, 25L));
    LoadedDay loaded = new LoadedDay("lyon", day.date(), read, NOW, false);
    JoinedLog log = new JoinedLog(List.of(archive()), ContractCatalogue.builtIn(), clock);
    return Objects.requireNonNull(log.survey(List.of(loaded)).contracts().get("lyon"));
  }

  private ContractLog lyon(LogPart... parts) {
    return Objects.requireNonNull(survey(parts).contracts().get("lyon"));
  }

  /** Alternately into both partitions, each a minute later. */
  private void pour(int records) {
    for (int i = 0; i < records; i++) {
      int n =
          kafka.records(LogTopic.STATIONS, 0).size() + kafka.records(LogTopic.STATIONS, 1).size();
      kafka.append("lyon/" + n % 5, n % 2, polledAt(n).toEpochMilli());
    }
  }

  private static Instant polledAt(int n) {
    return NOW.minus(Duration.ofDays(2)).plusSeconds(60L * n);
  }

  private static PollReport report(Instant at) {
    return new PollReport(
        Source.JCDECAUX_V3, "*", at, Duration.ofMillis(80), 200, 1, 1, 1, 0, null, false, true);
  }

  private static List<String> texts(LogPart part, LogTopic topic) {
    List<String> texts = new ArrayList<>();
    TimeRange times = new TimeRange(Instant.EPOCH.minusSeconds(9), NOW.plus(Duration.ofDays(9)));
    part.read(topic, new TreeMap<>(part.held(topic)), times, r -> texts.add(text(r)));
    return texts;
  }

  private static String text(RawRecord r) {
    List<String> headers = r.headers().stream().map(h -> h.name() + "=" + hex(h.value())).toList();
    return "%d@%d %d %s=%s %s"
        .formatted(r.partition(), r.offset(), r.timestamp(), hex(r.key()), hex(r.value()), headers);
  }

  private static String hex(byte @Nullable [] bytes) {
    return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
  }

  private Map<Path, FileTime> files() throws IOException {
    Map<Path, FileTime> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.getLastModifiedTime(file));
      }
    }
    return files;
  }
}
