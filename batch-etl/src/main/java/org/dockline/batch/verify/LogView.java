package org.dockline.batch.verify;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dockline.batch.load.LogUnavailableException;
import org.dockline.batch.log.JoinedLog;
import org.dockline.batch.log.LogPart;
import org.dockline.batch.log.LogTopic;
import org.dockline.batch.log.RawRecord;
import org.dockline.batch.log.TimeRange;
import org.dockline.batch.survey.OffsetRange;
import org.dockline.batch.survey.RecordKeys;
import org.dockline.batch.survey.SurveyedLog;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.ContractDay;
import org.dockline.station.ContractLog;
import org.dockline.station.Decoding;
import org.dockline.station.StationObservation;
import org.dockline.station.wire.Fingerprint;
import org.dockline.station.wire.ObservationRecord;
import org.dockline.warehouse.LoadedDay;

/** Archive and topic side by side, as they are at one moment. */
final class LogView {

  private static final OffsetRange NOTHING = new OffsetRange(0, 0);

  private final LogPart archive;
  private final LogPart topic;
  private final Map<Integer, OffsetRange> archived;
  private final Map<Integer, OffsetRange> kept;
  private final SurveyedLog joined;
  private final SurveyedLog inTopic;

  /** Looks what they hold; what is appended later is not seen. */
  LogView(
      LogPart archive,
      LogPart topic,
      Collection<LoadedDay> loaded,
      ContractCatalogue catalogue,
      Clock clock) {
    this.archive = archive;
    this.topic = topic;
    this.archived = archive.held(LogTopic.STATIONS);
    this.kept = topic.held(LogTopic.STATIONS);
    refuseAnotherTopic();
    this.joined = new JoinedLog(List.of(archive, topic), catalogue, clock).survey(loaded);
    // What the archive lacks in its midst is not looked for in the topic when both are joined.
    this.inTopic = new JoinedLog(List.of(topic), catalogue, clock).survey(loaded);
  }

  private void refuseAnotherTopic() {
    String one = archive.identity(LogTopic.STATIONS);
    String other = topic.identity(LogTopic.STATIONS);
    if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
      throw new LogUnavailableException(
          "The archive is of another topic (%s) than the one there is (%s): choose the archive that belongs to it by ARCHIVE_DIR"
              .formatted(one, other));
    }
  }

  /** What it holds of a contract; empty when nothing. */
  Optional<ContractLog> contract(String name) {
    return Optional.ofNullable(
        joined.contracts().getOrDefault(name, inTopic.contracts().get(name)));
  }

  /** The days it holds anything of, and how many records about. */
  Map<ContractDay, Long> days() {
    Map<ContractDay, Long> days = new HashMap<>();
    for (SurveyedLog log : List.of(joined, inTopic)) {
      log.extents().forEach((day, extent) -> days.merge(day, extent.records(), Math::max));
    }
    days.values().removeIf(records -> records == 0);
    return days;
  }

  /** Whether something came after the day was loaded. */
  boolean hasLate(ContractDay day) {
    return Math.max(inLog(joined, day).late(), inLog(inTopic, day).late()) > 0;
  }

  /** How many of the records that were read for a loaded day it still holds. */
  long recordsRead(ContractDay day) {
    return Math.max(inLog(joined, day).records(), inLog(inTopic, day).records());
  }

  /** Whether it begins only after (some of) that day, so that nobody can say what it held. */
  boolean beginsAfter(ContractDay day) {
    return contract(day.contract()).stream()
            .flatMap(log -> log.gaps().stream())
            .anyMatch(gap -> gap.isBeginning() && gap.touches(day))
        || contract(day.contract()).isEmpty();
  }

  private static ContractLog.DayInLog inLog(SurveyedLog log, ContractDay day) {
    ContractLog contract = log.contracts().get(day.contract());
    return contract == null ? new ContractLog.DayInLog(0, 0) : contract.inLog(day.date());
  }

  /** Meets all that archive and topic hold of the days of a portion. */
  void read(Portion portion, Map<String, Evidence> evidence, RecentPlace recent) {
    Collection<ContractDay> days = portion.days().values();
    TimeRange times =
        new TimeRange(
            days.stream()
                .map(ContractDay::polledFrom)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN),
            days.stream()
                .map(ContractDay::settledAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN));
    Map<Integer, OffsetRange> ranges = new TreeMap<>(joined.ranges(days));
    inTopic.ranges(days).forEach((p, range) -> ranges.merge(p, range, OffsetRange::and));
    archive.read(
        LogTopic.STATIONS,
        within(archived, ranges),
        times,
        r -> meet(Place.ARCHIVE, r, portion, evidence, recent));
    topic.read(
        LogTopic.STATIONS,
        within(kept, ranges),
        times,
        r -> meet(Place.TOPIC, r, portion, evidence, recent));
  }

  private void meet(
      Place place,
      RawRecord r,
      Portion portion,
      Map<String, Evidence> evidence,
      RecentPlace recent) {
    byte[] key = r.key();
    byte[] value = r.value();
    boolean asked =
        key != null
            && RecordKeys.station(new String(key, StandardCharsets.UTF_8))
                .filter(portion::holds)
                .isPresent();
    if (asked
        && value != null
        && ObservationRecord.decode(value, Instant.ofEpochMilli(r.timestamp()))
            instanceof Decoding.Decoded<StationObservation>(StationObservation o)
        && portion.holds(o.key())) {
      Evidence of = Objects.requireNonNull(evidence.get(o.key().contract()));
      Fingerprint print = Fingerprint.of(o);
      of.tells(o, print);
      if (of.counts(o)) {
        of.holds(place, print);
        shouldHold(r, o, recent).forEach(other -> of.expects(other, print));
      }
    }
  }

  /** The archive keeps for ever what it came to, the topic forgets from its beginning on. */
  private Set<Place> shouldHold(RawRecord r, StationObservation o, RecentPlace recent) {
    Set<Place> places = EnumSet.noneOf(Place.class);
    if (r.offset() < archived.getOrDefault(r.partition(), NOTHING).to()) {
      places.add(Place.ARCHIVE);
    }
    if (kept.getOrDefault(r.partition(), NOTHING).contains(r.offset())) {
      places.add(Place.TOPIC);
    }
    if (recent.shouldHold(o, r.partition(), r.offset())) {
      places.add(Place.RECENT);
    }
    return places;
  }

  private static Map<Integer, OffsetRange> within(
      Map<Integer, OffsetRange> held, Map<Integer, OffsetRange> wanted) {
    Map<Integer, OffsetRange> both = new TreeMap<>();
    wanted.forEach(
        (partition, range) -> {
          OffsetRange inside = range.within(held.getOrDefault(partition, NOTHING));
          if (!inside.isEmpty()) {
            both.put(partition, inside);
          }
        });
    return both;
  }
}
