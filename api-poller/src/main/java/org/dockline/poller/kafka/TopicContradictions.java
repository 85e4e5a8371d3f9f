package org.dockline.poller.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** Where an existing topic would lose, reorder or refuse what its plan promises. */
final class TopicContradictions {

  private final TopicPlan plan;
  private final Map<String, String> config;
  private final List<String> found = new ArrayList<>();

  private TopicContradictions(TopicPlan plan, Map<String, String> config) {
    this.plan = plan;
    this.config = config;
  }

  /**
   * One sentence each, with the way to mend it.
   *
   * @param partitions how many the topic has
   * @param config its settings, by name
   */
  static List<String> of(TopicPlan plan, int partitions, Map<String, String> config) {
    TopicContradictions c = new TopicContradictions(plan, config);
    c.partitions(partitions);
    c.atLeast(TopicConfig.RETENTION_MS_CONFIG, plan.retention().toMillis());
    c.unlimited(TopicConfig.RETENTION_BYTES_CONFIG);
    c.atLeast(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, plan.maxMessageBytes());
    c.exactly(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
    c.exactly(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
    return c.found;
  }

  private void partitions(int partitions) {
    if (partitions != plan.partitions()) {
      found.add(
          "topic %s has %d partitions, wanted are %d: set STATIONS_TOPIC_PARTITIONS=%d if it holds observations, or delete the topic"
                  .formatted(plan.name(), partitions, plan.partitions(), partitions)
              + " so that it is made anew (a station's records must stay in one partition, so"
              + " partitions can't be added)");
    }
  }

  private void atLeast(String setting, long wanted) {
    String value = config.get(setting);
    long actual = value == null ? -1 : Long.parseLong(value);
    if (actual >= 0 && actual < wanted) {
      mend(setting, actual + ", at least " + wanted + " is needed", Long.toString(wanted));
    }
  }

  private void unlimited(String setting) {
    String value = config.get(setting);
    if (value != null && Long.parseLong(value) >= 0) {
      mend(setting, value + ", which would delete records before their time", "-1");
    }
  }

  private void exactly(String setting, String wanted) {
    String value = config.getOrDefault(setting, wanted);
    if (!value.equals(wanted)) {
      mend(setting, value + ", it must be " + wanted, wanted);
    }
  }

  private void mend(String setting, String problem, String wanted) {
    found.add(
        "topic %s has %s=%s: kafka-configs.sh --alter --topic %s --add-config %s=%s"
            .formatted(plan.name(), setting, problem, plan.name(), setting, wanted));
  }
}
