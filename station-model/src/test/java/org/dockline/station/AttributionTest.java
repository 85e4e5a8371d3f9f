package org.dockline.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.PipelineFacts.PollSummary;
import org.dockline.station.testing.PollReportBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTest {

  private static final Instant NOW = Instant.parse("2025-09-30T14:00:00Z");

  @Test
  void namesTheOrganisationBeforeTheOperator() {
    assertThat(new Attribution("City of Oslo", null, "UIP", null, null).whom())
        .contains("City of Oslo");
    assertThat(new Attribution(" ", null, " UIP ", null, null).whom()).contains("UIP");
    assertThat(new Attribution(null, null, null, "CC0-1.0", null).whom()).isEmpty();
  }

  @Test
  void whatCanNotBeShownIsNotSaid() {
    assertThat(new Attribution("", " ", "x".repeat(501), null, null).isEmpty()).isTrue();
    assertThat(new Attribution(null, null, null, "CC0-1.0", null).isEmpty()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "data:text/html,x", "//no.scheme", "a b", "https:x"})
  void sendsNobodyToWhatIsNoPage(String address) {
    Attribution a = new Attribution("Oslo", address, null, null, address);
    assertThat(a.page()).isEmpty();
    assertThat(a.licensePage()).isEmpty();
  }

  @Test
  void sendsToPages() {
    Attribution a = new Attribution("Oslo", "https://o.example", null, null, "HTTP://l.example/by");
    assertThat(a.page()).contains("https://o.example");
    assertThat(a.licensePage()).contains("HTTP://l.example/by");
  }

  @Test
  void factsNameEachOnceAndOnlyThoseOfWhatIsShown() {
    Attribution oslo = new Attribution("Oslo", null, null, null, null);
    Attribution bergen = new Attribution("Bergen", null, null, null, null);
    PipelineFacts facts =
        new PipelineFacts(
            NOW,
            1,
            false,
            List.of(),
            List.of(poll("oslo", oslo), poll("drammen", oslo), poll("bergen", bergen)),
            0,
            List.of(),
            0);
    assertThat(facts.attributions(List.of("oslo", "drammen"))).containsExactly(oslo);
  }

  private static PollSummary poll(String contract, Attribution attribution) {
    PollReport report =
        PollReportBuilder.startedAt(NOW)
            .of(Source.GBFS_3, contract)
            .attribution(attribution)
            .build();
    return new PollSummary(report, NOW, 1, 0);
  }
}
