package org.dockline.poller.jcdecaux;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.polling.ChangeDetector;
import org.dockline.poller.polling.Changes;
import org.dockline.poller.polling.SendPolicy;
import org.dockline.station.Availability;
import org.dockline.station.Availability.Reason;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.Rejection;
import org.dockline.station.StationObservation;
import org.dockline.station.StationStatus;

/**
 * What becomes of each kind of odd record: the same statement for a recorded one and for one of our
 * own making.
 */
final class OddityOutcomes {

  private static final Pattern DAYS = Pattern.compile("\\((\\d+) days before the poll\\)");
  private static final Instant ANY_POLL = Instant.parse("2024-05-11T16:58:20Z");

  private final String oddity;
  private final JsonNode record;

  private OddityOutcomes(String oddity, JsonNode record) {
    this.oddity = oddity;
    this.record = record;
  }

  /** Fails when the oddity is not known here, or ends otherwise. */
  static void check(JsonNode entry) {
    new OddityOutcomes(entry.get("oddity").asText(), entry.get("record")).check();
  }

  private void check() {
    switch (kind()) {
      case "last_update null" -> {
        StationObservation o = accepted(record);
        assertThat(o.reportedAt()).isNull();
        assertUnknown(o, Reason.NO_BIKES_AND_NO_DOCKS);
      }
      case "ideographic or no-break space",
          "double quote",
          "newline",
          "blank address",
          "longest address",
          "test station" ->
          // Text is kept letter by letter, which accepted() has compared.
          accepted(record);
      case "OPEN, 0 bikes and 0 stands", "bike_stands 0" ->
          assertUnknown(accepted(record), Reason.NO_BIKES_AND_NO_DOCKS);
      case "CLOSED but bikes/stands counted" -> {
        StationObservation o = accepted(record);
        assertThat(o.status()).isEqualTo(StationStatus.CLOSED);
        assertUnknown(o, Reason.CLOSED);
      }
      case "very stale last_update" -> stale();
      case "largest shortfall" -> {
        int shortfall = Integer.parseInt(oddity.replaceAll(".*=-", ""));
        assertThat(accepted(record).counts().brokenDocks()).isEqualTo(shortfall);
      }
      case "largest station number" ->
          assertThat(accepted(record).key()).hasToString("cergy/" + record.get("number").asText());
      case "same number in two contracts", "two contracts, same position" ->
          assertThat(together()).extracting(StationObservation::key).doesNotHaveDuplicates();
      case "same last_update, different counts" -> bothAreSent();
      case "bikes + stands > bike_stands" -> textsWhereNumbersBelong();
      case "whole contract frozen" -> frozen();
      case "one poll misses a station" -> missedOnce();
      case "v3: mechanicalBikes + electricalBikes != bikes" -> {
        StationObservation.Counts c = accepted(record).counts();
        int sum =
            Objects.requireNonNull(c.mechanicalBikes())
                + Objects.requireNonNull(c.electricalBikes());
        assertThat(sum).isNotEqualTo(c.bikes());
      }
      case "v3: connected false" -> assertUnknown(accepted(record), Reason.NOT_CONNECTED);
      case "v3: CLOSED" -> assertUnknown(accepted(record), Reason.CLOSED);
      case "v3 documentation sample" -> {
        StationObservation o = accepted(record);
        assertThat(o.flags().overflow()).isTrue();
        assertThat(o.extra()).contains("\"overflowStands\":{\"availabilities\":");
        assertThat(o.key().contract()).isEqualTo("lyon");
      }
      case "v3 of 2019" -> {
        Rejection r = Answers.rejected(StationMapper.V3, record.toString());
        assertThat(r.field()).isEqualTo("contractName");
        assertThat(r.stationId()).isEqualTo("2010");
      }
      default -> throw new AssertionError("no outcome is stated for: " + oddity);
    }
  }

  private String kind() {
    return List.of(
            "last_update null",
            "ideographic or no-break space",
            "double quote",
            "newline",
            "blank address",
            "longest address",
            "test station",
            "OPEN, 0 bikes and 0 stands",
            "bike_stands 0",
            "CLOSED but bikes/stands counted",
            "very stale last_update",
            "largest shortfall",
            "largest station number",
            "same number in two contracts",
            "two contracts, same position",
            "same last_update, different counts",
            "bikes + stands > bike_stands",
            "whole contract frozen",
            "one poll misses a station",
            "v3: mechanicalBikes + electricalBikes != bikes",
            "v3: connected false",
            "v3: CLOSED",
            "v3 documentation sample",
            "v3 of 2019")
        .stream()
        .filter(oddity::startsWith)
        .findFirst()
        .orElse("");
  }

  private void stale() {
    StationObservation o = accepted(record);
    assertThat(o.reportedAt()).isBefore(o.polledAt().minus(Duration.ofDays(30)));
    assertThat(o.observedAt()).isEqualTo(o.polledAt());
    boolean nothing = record.get("available_bikes").asInt() == 0;
    boolean full = record.get("available_bike_stands").asInt() == 0;
    assertUnknown(o, nothing && full ? Reason.NO_BIKES_AND_NO_DOCKS : Reason.STATION_SILENT);
  }

  private void textsWhereNumbersBelong() {
    Rejection r = Answers.rejected(StationMapper.V1, record.toString());
    assertThat(r.field()).isEqualTo("available_bike_stands");
    assertThat(r.value()).isEqualTo(record.get("available_bike_stands").toString());
    assertThat(r.reason()).isEqualTo("must be a whole number");
    assertThat(r.stationId()).isEqualTo(record.get("number").asText());
    assertThat(r.contract()).isEqualTo(contract(record));
  }

  private List<StationObservation> together() {
    List<StationObservation> all = new ArrayList<>();
    record.forEach(station -> all.add(accepted(station)));
    return all;
  }

  private void bothAreSent() {
    ChangeDetector detector = new ChangeDetector(SendPolicy.CHANGED);
    for (JsonNode poll : record) {
      Instant polledAt = Instant.parse(poll.get("polled_at").asText());
      ObjectNode station = poll.deepCopy();
      station.remove("polled_at");
      DecodedStations answer = Answers.read(StationMapper.V1, "[" + station + "]", polledAt);
      Changes changes = detector.answered(polledAt, answer.stations(), List.of(), true);
      assertThat(changes.observations()).hasSize(1);
      detector.delivered(changes);
    }
  }

  /** At each of these polls every station is silent: nothing is known of any. */
  private void frozen() {
    for (JsonNode poll : record) {
      Instant newest = Instant.parse(poll.get("newest_last_update").asText());
      String station = Answers.v1("1759240800000", Long.toString(newest.toEpochMilli()));
      Instant polledAt = Instant.parse(poll.get("polled_at").asText());
      DecodedStations answer = Answers.read(StationMapper.V1, "[" + station + "]", polledAt);
      assertUnknown(answer.stations().getFirst(), Reason.STATION_SILENT);
    }
  }

  /** It is told as gone by that poll, and as present by the next. */
  private void missedOnce() {
    JsonNode poll = record.get(0);
    int missing = poll.get("missing").get(0).asInt();
    int all = poll.get("n").asInt() + 1;
    Instant polledAt = Instant.parse(poll.get("polled_at").asText());
    ChangeDetector detector = new ChangeDetector(SendPolicy.CHANGED);
    for (int minute = -1; minute <= 1; minute++) {
      Instant now = polledAt.plusSeconds(60L * minute);
      int left = minute == 0 ? missing : 0;
      List<StationObservation> stations =
          IntStream.rangeClosed(1, all)
              .filter(n -> n != left)
              .mapToObj(n -> station(n, now))
              .toList();
      Changes changes = detector.answered(now, stations, List.of(), true);
      detector.delivered(changes);
      assertThat(changes.observations()).hasSize(minute == -1 ? all : 1);
      assertThat(changes.observations().getLast().present()).isEqualTo(minute != 0);
    }
  }

  private static StationObservation station(int number, Instant polledAt) {
    String body = "[" + Answers.v1("\"number\":7", "\"number\":" + number) + "]";
    return Answers.read(StationMapper.V1, body, polledAt).stations().getFirst();
  }

  /** Accepted, and every field that has a name in the model is as in the record. */
  private StationObservation accepted(JsonNode station) {
    boolean v3 = station.has("contractName");
    StationMapper mapper = v3 ? StationMapper.V3 : StationMapper.V1;
    DecodedStations answer = Answers.read(mapper, "[" + station + "]", polledAt(station));
    assertThat(answer.rejections()).isEmpty();
    StationObservation o = answer.stations().getFirst();
    assertThat(o.key()).hasToString(contract(station) + "/" + station.get("number").asText());
    assertThat(o.place().name()).isEqualTo(station.get("name").asText());
    assertThat(o.place().address()).isEqualTo(station.get("address").asText());
    JsonNode counts = v3 ? station.at("/totalStands/availabilities") : station;
    assertThat(o.counts().bikes()).isEqualTo(counts.get(v3 ? "bikes" : "available_bikes").asInt());
    assertThat(o.counts().docks())
        .isEqualTo(counts.get(v3 ? "stands" : "available_bike_stands").asInt());
    assertThat(o.counts().capacity())
        .isEqualTo((v3 ? station.at("/totalStands/capacity") : station.get("bike_stands")).asInt());
    assertThat(o.status()).hasToString(station.get("status").asText());
    return o;
  }

  private Instant polledAt(JsonNode station) {
    JsonNode last =
        station.has("lastUpdate") ? station.get("lastUpdate") : station.get("last_update");
    if (last.isNull()) {
      return ANY_POLL;
    }
    Instant report =
        last.isTextual() ? Instant.parse(last.asText()) : Instant.ofEpochMilli(last.asLong());
    Matcher days = DAYS.matcher(oddity);
    return days.find()
        ? report.plus(Duration.ofDays(Long.parseLong(days.group(1))))
        : report.plusSeconds(20);
  }

  private static String contract(JsonNode station) {
    JsonNode name =
        station.has("contractName") ? station.get("contractName") : station.get("contract_name");
    return ContractCatalogue.canonicalName(name.asText());
  }

  private static void assertUnknown(StationObservation o, Reason reason) {
    assertThat(Availability.of(o)).isEqualTo(new Availability.Unknown(reason));
  }
}
