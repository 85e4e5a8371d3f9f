package org.dockline.station.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.dockline.station.Contract;
import org.dockline.station.PollReport;
import org.dockline.station.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollReportJsonTest {

  private static final Instant START = Instant.parse("2025-09-30T14:00:20.123Z");

  private static final Contract OSLO =
      new Contract("oslo", "Bysykkel", null, null, ZoneId.of("Europe/Oslo"), 59.9, 10.7);

  @Test
  void anOrdinaryReportSaysNothingOfOtherSources() {
    String text = new String(PollReportJson.encode(report(null, List.of())), UTF_8);
    assertThat(text).doesNotContain("stands_in_for").doesNotContain("contracts");
    assertRoundTrip(report(null, List.of()));
  }

  @Test
  void carriesWhatWasFoundOutAndForWhomItStandsIn() {
    PollReport report = report(Source.JCDECAUX_V3, List.of(OSLO));
    assertThat(new String(PollReportJson.encode(report), UTF_8))
        .contains("\"stands_in_for\":\"jcdecaux-v3\"")
        .contains("\"contracts\":[{\"contract\":\"oslo\"")
        .contains("\"time_zone\":\"Europe/Oslo\"");
    assertRoundTrip(report);
  }

  @Test
  void aZoneOfTomorrowCostsItsContractAndNotTheReport() {
    byte[] text =
        new String(PollReportJson.encode(report(null, List.of(OSLO))), UTF_8)
            .replace("Europe/Oslo", "Mars/Olympus")
            .getBytes(UTF_8);
    assertThat(PollReportJson.decode(text)).contains(report(null, List.of()));
  }

  @Test
  void anotherShapeOfContractsIsPassedOver() {
    byte[] text =
        new String(PollReportJson.encode(report(null, List.of())), UTF_8)
            .replace("{\"source\"", "{\"contracts\":{\"oslo\":[1]},\"source\"")
            .getBytes(UTF_8);
    assertThat(PollReportJson.decode(text)).contains(report(null, List.of()));
  }

  private static void assertRoundTrip(PollReport report) {
    assertThat(PollReportJson.decode(PollReportJson.encode(report))).contains(report);
  }

  private static PollReport report(@Nullable Source standsInFor, List<Contract> contracts) {
    return new PollReport(
        Source.GBFS_3,
        "oslo",
        START,
        Duration.ofMillis(41),
        200,
        1_234,
        7,
        2,
        1,
        null,
        false,
        false,
        standsInFor,
        contracts);
  }
}
