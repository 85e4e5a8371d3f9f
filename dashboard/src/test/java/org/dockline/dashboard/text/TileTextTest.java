package org.dockline.dashboard.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Flags;
import org.dockline.station.testing.ObservationBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileTextTest {

  private static final Instant POLL = Instant.parse("2026-03-10T08:00:00Z");
  private static final Instant NOW = POLL.plusSeconds(40);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 5 bikes available, 15 free docks, open, no card terminal, updated 40 s ago",
        "fr | 5 vélos disponibles, 15 places libres, ouverte, pas de paiement par carte, mise à jour"
            + " il y a 40 s",
        "nl | 5 fietsen beschikbaar, 15 vrije plaatsen, open, geen betaalterminal, 40 s geleden"
            + " bijgewerkt"
      })
  void saysTheTileInEachLanguage(String language, String sentence) {
    assertThat(say(language, withTerminal(poll().bikes(5).build(), false))).isEqualTo(sentence);
  }

  @Test
  void aSingleBikeIsOne() {
    assertThat(say("en", withTerminal(poll().counts(1, 1).build(), true)))
        .isEqualTo("1 bike available, 1 free dock, open, card terminal, updated 40 s ago");
  }

  @Test
  void unknownIsSaidWithItsReasonAndNeverAsZero() {
    assertThat(say("en", withTerminal(poll().counts(0, 0).build(), false)))
        .isEqualTo(
            "bikes and docks unknown (neither bikes nor docks reported), open, no card terminal,"
                + " updated 40 s ago");
  }

  @Test
  void aClosedStationIsClosed() {
    assertThat(say("en", withTerminal(poll().bikes(5).closed().build(), false)))
        .isEqualTo("bikes and docks unknown (closed), closed, no card terminal, updated 40 s ago");
  }

  @Test
  void whatTheFeedDoesNotSayIsUnknown() {
    StationObservation o = poll().source(Source.GBFS_3).counts(5, null).build();

    assertThat(say("en", withTerminal(o, null)))
        .isEqualTo(
            "5 bikes available, free docks unknown, open, card terminal unknown, updated 40 s ago");
  }

  @Test
  void countsThatNothingRenewsFade() {
    String later =
        TileText.of(
            withTerminal(poll().bikes(5).build(), false),
            POLL.plusSeconds(20 * 60),
            Words.in(Locale.ENGLISH));

    assertThat(later)
        .isEqualTo(
            "bikes and docks unknown (the station is silent), open, no card terminal, updated"
                + " 20 min ago");
  }

  private static ObservationBuilder poll() {
    return ObservationBuilder.polledAt(POLL);
  }

  private static String say(String language, StationObservation o) {
    return TileText.of(o, NOW, Words.in(Locale.of(language)));
  }

  private static StationObservation withTerminal(
      StationObservation o, @org.jspecify.annotations.Nullable Boolean banking) {
    return new StationObservation(
        o.key(),
        o.place(),
        o.counts(),
        o.status(),
        new Flags(banking, null, true, null),
        o.reportedAt(),
        o.feedUpdatedAt(),
        o.polledAt(),
        o.source(),
        o.extra(),
        o.present());
  }
}
