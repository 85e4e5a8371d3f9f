package org.dockline.station.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.dockline.station.Attribution;
import org.dockline.station.Contract;
import org.dockline.station.PollReport;
import org.dockline.station.Source;
import org.dockline.station.testing.PollReportBuilder;
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

  @Test
  void carriesWhomToName() {
    PollReport report =
        report(null, List.of())
            .with(new Attribution("Oslo", "https://oslo.example", "UIP", "CC-BY-4.0", null));
    assertThat(new String(PollReportJson.encode(report), UTF_8))
        .contains(
            "\"attribution\":{\"organization\":\"Oslo\",\"url\":\"https://oslo.example\","
                + "\"operator\":\"UIP\",\"license_id\":\"CC-BY-4.0\"}");
    assertRoundTrip(report);
  }

  @Test
  void anotherShapeOfAttributionSaysNothing() {
    for (String other : List.of("[{\"organization\":1}]", "\"Oslo\"", "null", "{\"new\":{}}")) {
      byte[] text =
          new String(PollReportJson.encode(report(null, List.of())), UTF_8)
              .replace("{\"source\"", "{\"attribution\":" + other + ",\"source\"")
              .getBytes(UTF_8);
      assertThat(PollReportJson.decode(text))
          .hasValueSatisfying(
              r -> assertThat(r.attribution() == null || r.attribution().isEmpty()).isTrue());
    }
  }

  private static void assertRoundTrip(PollReport report) {
    assertThat(PollReportJson.decode(PollReportJson.encode(report))).contains(report);
  }

  private static PollReport report(@Nullable Source standsInFor, List<Contract> contracts) {
    return PollReportBuilder.startedAt(START)
        .of(Source.GBFS_3, "oslo")
        .stations(7, 2, 1)
        .real()
        .standsInFor(standsInFor)
        .contracts(contracts)
        .build();
  }
}
