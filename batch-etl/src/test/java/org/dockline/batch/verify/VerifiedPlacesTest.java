package org.dockline.batch.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.dockline.batch.archive.ArchiveDaySource;
import org.dockline.batch.archive.ArchiveFolder;
import org.dockline.batch.archive.ArchiveTopics;
import org.dockline.batch.archive.Archiver;
import org.dockline.batch.load.LoadRequest;
import org.dockline.batch.load.LogUnavailableException;
import org.dockline.batch.log.LogTopic;
import org.dockline.batch.testing.City;
import org.dockline.batch.testing.MemoryPart;
import org.dockline.batch.testing.SpeedChain;
import org.dockline.batch.testing.SteppedClock;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.ContractDay;
import org.dockline.station.StationObservation;
import org.dockline.station.files.LocalFolder;
import org.dockline.station.wire.ObservationJson;
import org.dockline.warehouse.DayRead;
import org.dockline.warehouse.testing.InMemoryWarehouse;
import org.dockline.warehouse.testing.Loader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifiedPlacesTest {

  private static final ContractDay LYON =
      new ContractDay("lyon", LocalDate.parse("2026-03-27"), ZoneId.of("Europe/Paris"));
  private static final ContractDay TOYAMA =
      new ContractDay("toyama", LYON.date(), ZoneId.of("Asia/Tokyo"));
  private static final String TOPIC = "stations";
  private static final List<StationObservation> ALL = observations();
  private static final List<StationObservation> REPEATED = ALL.subList(10, 20);

  /** So that ten files of one size hold all. */
  private static final int FILE_RECORDS = Math.ceilDiv(ALL.size() + REPEATED.size(), 10);

  @TempDir static Path whole;
  @TempDir Path directory;

  private final SteppedClock clock = new SteppedClock("2026-03-30T05:00:00Z");
  private final MemoryPart kafka = topic();
  private final InMemoryWarehouse warehouse = new InMemoryWarehouse(clock);

  /** Archive and snapshots, of which each test spoils a copy. */
  @BeforeAll
  static void fillFolders() throws IOException {
    MemoryPart kafka = topic();
    SteppedClock clock = new SteppedClock("2026-03-30T05:00:00Z");
    new Archiver(kafka, archive(whole), topics(), FILE_RECORDS, 1, clock).run();
    new SpeedChain(whole.resolve("snapshots")).publish(ALL, TOPIC, size(kafka));
  }

  /** Two days of two contracts; the first is loaded. */
  @BeforeEach
  void fillEveryPlace() throws IOException {
    try (Stream<Path> files = Files.walk(whole)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = directory.resolve(whole.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    for (ContractDay day : List.of(LYON, TOYAMA)) {
      load(day, o -> true);
    }
  }

  @Test
  void placesThatHoldTheSameAreRight() {
    Found found = verify(new LoadRequest(null, null, true));
    assertThat(found.wrong()).as(found.text()).isZero();
    assertThat(found.days())
        .containsKeys("lyon 2026-03-27", "toyama 2026-03-27", "lyon 2026-03-28")
        .allSatisfy((day, problems) -> assertThat(problems).isEmpty());
    assertThat(found.text())
        .contains("rows, the same", "not loaded", "nothing is lost, double or different");
  }

  @Test
  void ofALostRecentFileExactlyItsDaysAndPlaceAreReported() throws IOException {
    Instant hour = LYON.start().plus(Duration.ofHours(9)).truncatedTo(ChronoUnit.HOURS);
    LocalDate date = LocalDate.ofInstant(hour, ZoneOffset.UTC);
    Files.delete(directory.resolve("snapshots/recent/date=" + date + "/" + hour.getEpochSecond()));
    assertThat(verify().days().entrySet().stream().filter(e -> !e.getValue().isEmpty()).toList())
        .isEqualTo(lacking("recent", o -> o.polledAt().truncatedTo(ChronoUnit.HOURS).equals(hour)));
  }

  @Test
  void ofALostArchiveFileExactlyItsDaysAndPlaceAreReported() throws IOException {
    lose(1);
    assertThat(verify().days().entrySet().stream().filter(e -> !e.getValue().isEmpty()).toList())
        .isEqualTo(lacking("archive", lostWithFile(1)));
  }

  @Test
  void whatNeitherArchiveNorTopicHoldAnyMoreIsGone() throws IOException {
    lose(1);
    kafka.forgetBefore(LogTopic.STATIONS, 0, 7L * FILE_RECORDS);
    Found found = verify();
    assertThat(found.wrong()).isPositive();
    assertThat(found.text())
        .contains("archive and topic lack", "records that the warehouse was loaded from");
  }

  @Test
  void ofALostRowOfTheWarehouseExactlyItsDayIsReported() {
    load(LYON, o -> !o.key().stationId().equals("s2"));
    Found found = verify();
    assertThat(found.wrong()).isOne();
    assertThat(found.days().get("lyon 2026-03-27"))
        .singleElement()
        .asString()
        .startsWith("warehouse: ")
        .contains("observations for", "hours for");
  }

  @Test
  void whatKafkaForgotIsNotLost() {
    kafka.forgetBefore(LogTopic.STATIONS, 0, ALL.size() / 2);
    Found found = verify();
    assertThat(found.wrong()).as(found.text()).isZero();
    assertThat(found.text()).containsPattern("\\d+ of \\d+");
  }

  @Test
  void dayThatGotMoreSinceIsDueAgain() {
    append(kafka, List.of(at(LYON.start().plus(Duration.ofHours(5)))));
    Found found = verify();
    assertThat(found.wrong()).as(found.text()).isZero();
    assertThat(found.text()).containsOnlyOnce("due again");
  }

  @Test
  void observationWithAnotherContentIsReported() throws IOException {
    List<StationObservation> other = new ArrayList<>(ALL);
    StationObservation first = other.getFirst();
    other.set(0, first.polledAgain(first.polledAt(), Instant.EPOCH));
    new SpeedChain(directory.resolve("snapshots")).publish(other, TOPIC, size(kafka));
    Found found = verify();
    assertThat(found.wrong()).isOne();
    assertThat(found.text()).contains("recent holds 1 observations otherwise");
  }

  @Test
  void onlyWhatIsAskedForIsCompared() {
    LocalDate date = LYON.date();
    assertThat(verify(new LoadRequest(new LoadRequest.Dates(date, date), "lyon")).days())
        .containsOnlyKeys("lyon " + date);
    assertThat(verify(new LoadRequest(null, "atlantis")).text()).contains("nothing to compare");
  }

  @Test
  void archiveOfAnotherTopicIsRefused() {
    kafka.makeAnew(LogTopic.STATIONS);
    assertThatThrownBy(this::verify)
        .isInstanceOf(LogUnavailableException.class)
        .hasMessageContaining("ARCHIVE_DIR");
  }

  @Test
  void largeDayIsSharedOutByItsStations() {
    List<Portion> portions =
        Portion.divide(
            Map.of(LYON, 25L, TOYAMA, 4L, new ContractDay("a", LYON.date(), LYON.zone()), 5L), 10);
    assertThat(portions).hasSize(4);
    assertThat(portions)
        .allSatisfy(p -> assertThat(p.shares()).isEqualTo(p.days().containsKey("lyon") ? 3 : 1));
    for (StationObservation o : ALL) {
      assertThat(portions.stream().filter(p -> p.holds(o.key()))).hasSize(1);
    }
  }

  /** What was printed, the problems by contract and day. */
  private record Found(long wrong, String text, Map<String, List<String>> days) {}

  /** Of the first date. */
  private Found verify() {
    return verify(new LoadRequest(new LoadRequest.Dates(LYON.date(), LYON.date()), null));
  }

  private Found verify(LoadRequest request) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    VerifiedPlaces places =
        new VerifiedPlaces(
            new ArchiveDaySource(archive(directory), topics()),
            kafka,
            TOPIC,
            new LocalFolder(directory.resolve("snapshots")),
            warehouse,
            35);
    long wrong =
        places.verify(
            request, ContractCatalogue.builtIn(), clock, new PrintStream(out, true, UTF_8));
    String text = out.toString(UTF_8);
    Map<String, List<String>> days = new TreeMap<>();
    List<String> last = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] words = line.split(" +", 3);
      if (line.startsWith("  ! ")) {
        last.add(line.substring(4));
      } else if (words.length == 3 && words[1].startsWith("2026-")) {
        last = new ArrayList<>();
        days.put(words[0] + " " + words[1], last);
      }
    }
    return new Found(wrong, text, days);
  }

  /** What must be said of a place that lacks those. */
  private static List<Map.Entry<String, List<String>>> lacking(
      String place, Predicate<StationObservation> lost) {
    Map<String, Integer> counts = new TreeMap<>();
    for (StationObservation o : ALL) {
      if (lost.test(o)) {
        String contract = o.key().contract();
        ZoneId zone = contract.equals("lyon") ? LYON.zone() : TOYAMA.zone();
        counts.merge(contract + " " + LocalDate.ofInstant(o.polledAt(), zone), 1, Integer::sum);
      }
    }
    assertThat(counts).isNotEmpty();
    return counts.entrySet().stream()
        .map(
            e ->
                Map.entry(
                    e.getKey(), List.of("%s lacks %d observations".formatted(place, e.getValue()))))
        .toList();
  }

  private void lose(int file) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("archive").resolve(TOPIC))) {
      Files.delete(files.sorted().toList().get(file));
    }
  }

  private static Predicate<StationObservation> lostWithFile(int file) {
    return ALL.subList(file * FILE_RECORDS, (file + 1) * FILE_RECORDS)::contains;
  }

  private void load(ContractDay day, Predicate<StationObservation> which) {
    Loader loader = new Loader(warehouse);
    List<StationObservation> own =
        ALL.stream().filter(o -> o.key().contract().equals(day.contract())).toList();
    loader.stage("load " + day, 0, loader.compute(day, own.stream().filter(which).toList()));
    long records =
        kafka.records(LogTopic.STATIONS, 0).stream()
            .filter(r -> day.contains(Instant.ofEpochMilli(r.timestamp())))
            .filter(r -> isOf(day, r.key()))
            .count();
    warehouse.replaceDay("load " + day, day, new DayRead(records, Map.of(0, size(kafka))));
    warehouse.discardStaging("load " + day);
  }

  private static boolean isOf(ContractDay day, byte @Nullable [] key) {
    return key != null && new String(key, UTF_8).startsWith(day.contract() + "/");
  }

  private static ArchiveFolder archive(Path directory) {
    return ArchiveFolder.at(directory.resolve("archive").toString(), new Configuration());
  }

  private static MemoryPart topic() {
    MemoryPart kafka = new MemoryPart(1);
    append(kafka, ALL);
    append(kafka, REPEATED);
    return kafka;
  }

  private static long size(MemoryPart kafka) {
    return kafka.records(LogTopic.STATIONS, 0).size();
  }

  private static ArchiveTopics topics() {
    return new ArchiveTopics(TOPIC, "polls", "rejected");
  }

  private static void append(MemoryPart kafka, List<StationObservation> observations) {
    for (StationObservation o : observations) {
      kafka.append(
          LogTopic.STATIONS,
          0,
          o.polledAt().toEpochMilli(),
          o.key().toString().getBytes(UTF_8),
          ObservationJson.encode(o));
    }
  }

  private static StationObservation at(Instant when) {
    return ALL.getFirst().polledAgain(when, null);
  }

  private static List<StationObservation> observations() {
    List<StationObservation> all = new ArrayList<>(City.of(LYON, 2, 3).observations());
    all.addAll(City.of(TOYAMA, 2, 2).observations());
    all.sort(Comparator.comparing(StationObservation::polledAt));
    return List.copyOf(all);
  }
}
