package org.dockline.poller.jcdecaux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dockline.poller.decode.AnswerText;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.decode.StationArray;
import org.dockline.poller.testing.SharedData;
import org.dockline.station.Rejection;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd records that providers have really sent, and ones of our own making in the same shapes. */
class OdditiesTest {

  @TestFactory
  Stream<DynamicTest> everyOddityOfOurMaking() throws IOException {
    try (InputStream in = OdditiesTest.class.getResourceAsStream("/oddities/records.json")) {
      return tests(SharedData.JSON.readTree(in), 24);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyRecordedOddity() {
    return tests(SharedData.json("real-oddities/records.json"), 53);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aRecordedBodyThatWasCutGivesItsWholeStations(int number) {
    String body = SharedData.text("real-oddities/bodies/v1_truncated_" + number + ".json");
    DecodedStations answer = Answers.read(StationMapper.V1, body, Answers.POLL);
    assertThat(answer.stations()).hasSize(80);
    assertThat(answer.cut()).isNotNull();
    List<Rejection> rejections = answer.rejections();
    assertThat(rejections).hasSize(1);
    assertThat(rejections.getFirst().raw()).isEqualTo(body.substring(body.lastIndexOf("}, {") + 1));
  }

  @Test
  void aTextInPlaceOfJsonIsUnusable() {
    assertUnusable(
        "404_text_instead_of_json.txt", "the body is no array of stations but '404 Not Found'");
  }

  @Test
  void anEmptyBodyIsUnusable() {
    assertUnusable("empty_body.json", "the body is empty");
  }

  @Test
  void anErrorObjectIsUnusable() {
    assertUnusable("error_object_instead_of_array.json", "the provider says 'Unauthorized'");
  }

  private static void assertUnusable(String file, String reason) {
    String body = SharedData.text("real-oddities/bodies/" + file);
    assertThat(StationArray.in(new AnswerText(body, false)))
        .isEqualTo(new StationArray.Unusable(reason));
  }

  private static Stream<DynamicTest> tests(JsonNode entries, int expected) {
    assertThat(entries).hasSize(expected);
    return IntStream.range(0, entries.size())
        .mapToObj(
            i -> {
              JsonNode entry = entries.get(i);
              String name = i + ": " + entry.get("oddity").asText();
              return dynamicTest(name, () -> OddityOutcomes.check(entry));
            });
  }
}
