package org.dockline.poller.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicContradictionsTest {

  private static final TopicPlan PLAN = TopicPlan.pipeline("stations_topic", 2).getFirst();

  @Test
  void aTopicMadeByThePlanHasNone() {
    assertThat(TopicContradictions.of(PLAN, 2, PLAN.config())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"retention.ms,-1", "retention.ms,864000000", "max.message.bytes,9000000"})
  void aMoreGenerousTopicHasNone(String setting, String value) {
    assertThat(TopicContradictions.of(PLAN, 2, with(setting, value))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "retention.ms | 604800000 | 691200000",
        "retention.bytes | 1000000 | -1",
        "max.message.bytes | 1048588 | 4194304",
        "cleanup.policy | compact | delete",
        "cleanup.policy | compact,delete | delete",
        "message.timestamp.type | LogAppendTime | CreateTime"
      })
  void eachContradictionSaysHowToMendIt(String setting, String value, String wanted) {
    List<String> found = TopicContradictions.of(PLAN, 2, with(setting, value));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst())
        .startsWith("topic stations_topic has " + setting + "=" + value)
        .endsWith("--topic stations_topic --add-config " + setting + "=" + wanted);
  }

  @Test
  void anotherNumberOfPartitionsNamesTheSettingThatWouldFit() {
    List<String> found = TopicContradictions.of(PLAN, 3, PLAN.config());
    assertThat(found).hasSize(1);
    assertThat(found.getFirst())
        .startsWith("topic stations_topic has 3 partitions, wanted are 2")
        .contains("STATIONS_TOPIC_PARTITIONS=3");
  }

  private static Map<String, String> with(String setting, String value) {
    Map<String, String> config = new HashMap<>(PLAN.config());
    config.put(setting, value);
    return config;
  }
}
