package org.dockline.dashboard.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dockline.dashboard.live.Band;
import org.dockline.dashboard.pipeline.Stage;
import org.dockline.station.Availability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  /** In a message pattern a lone apostrophe would swallow what follows. */
  private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

  @ParameterizedTest
  @ValueSource(strings = {"_fr", "_nl"})
  void everyLanguageHasTheSameTextsWithTheSameArguments(String suffix) throws IOException {
    Properties english = texts("");
    Properties other = texts(suffix);

    assertThat(new TreeSet<>(other.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    english.forEach(
        (key, text) ->
            assertThat(arguments(other.getProperty(key.toString())))
                .as("%s in %s", key, suffix)
                .isEqualTo(arguments(text.toString())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_fr", "_nl"})
  void apostrophesAreWrittenTwice(String suffix) throws IOException {
    texts(suffix)
        .forEach(
            (key, text) ->
                assertThat(LONE_APOSTROPHE.matcher(text.toString()).find())
                    .as("%s%s = %s", key, suffix, text)
                    .isFalse());
  }

  @Test
  void everyValueOfOurTypesHasItsWords() {
    Words words = Words.in(Locale.ENGLISH);
    for (Band band : Band.values()) {
      assertThat(words.say("band." + band.key())).isNotBlank();
    }
    for (Availability.Reason reason : Availability.Reason.values()) {
      assertThat(words.say("reason." + TileText.key(reason))).isNotBlank();
      assertThat(words.say("reason." + TileText.key(reason) + ".long", "")).isNotBlank();
    }
    for (Stage.State state : Stage.State.values()) {
      assertThat(words.say("state." + state.key())).isNotBlank();
    }
    for (Stage.Name name : Stage.Name.values()) {
      for (Stage.State state : name.states()) {
        if (state != Stage.State.OK) {
          assertThat(words.say("stage." + name.key() + ".remedy." + state.key())).isNotBlank();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "59, 59 s",
    "60, 1 min",
    "3599, 59 min",
    "3600, 1 h",
    "172799, 47 h",
    "172800, 2 d",
    "-5, 0 s"
  })
  void agesAreSaidCoarsely(long seconds, String said) {
    assertThat(Words.in(Locale.ENGLISH).age(Duration.ofSeconds(seconds))).isEqualTo(said);
  }

  @Test
  void numbersAndTimesReadAsTheReaderWritesThem() {
    Instant noon = Instant.parse("2026-03-10T11:00:00Z");
    ZoneId paris = ZoneId.of("Europe/Paris");

    assertThat(Words.in(Locale.ENGLISH).number(12_345)).isEqualTo("12,345");
    assertThat(Words.in(Locale.of("nl")).number(12_345)).isEqualTo("12.345");
    assertThat(Words.in(Locale.ENGLISH).dateTime(noon, paris)).isEqualTo("10 Mar 2026, 12:00:00");
    assertThat(Words.in(Locale.FRENCH).dateTime(noon, paris)).contains("10 mars 2026", "12:00:00");
  }

  @Test
  void aReaderOfAnotherLanguageGetsEnglish() {
    assertThat(Words.in(Locale.GERMAN).locale()).isEqualTo(Locale.ENGLISH);
    assertThat(Words.in(Locale.of("fr", "BE")).locale()).isEqualTo(Locale.FRENCH);
  }

  @Test
  void searchingForgetsAccentsCaseAndWidth() {
    assertThat(Folded.matches("7 - Gare Saint-Éloi", "saint-eloi GARE")).isTrue();
    assertThat(Folded.matches("富山駅\u3000前", "富山駅 前")).isTrue();
    assertThat(Folded.matches("Bellecour", "eloi")).isFalse();
  }

  private static String arguments(String text) {
    TreeSet<String> found = new TreeSet<>();
    ARGUMENT.matcher(text).results().forEach(match -> found.add(match.group(1)));
    return String.join(",", found);
  }

  private static Properties texts(String suffix) throws IOException {
    String name = "/vaadin-i18n/translations" + suffix + ".properties";
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(WordsTest.class.getResourceAsStream(name), name),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
