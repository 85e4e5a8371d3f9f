package org.dockline.stream.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class TopicSlicesTest {

  @Test
  void cutsWhereThePartChangesAndAfterTheLimit() {
    List<TopicRecord> records = new ArrayList<>(records("polls_topic", 7, 2));
    records.addAll(records("stations_topic", 100, 5));
    TopicSlices slices = new TopicSlices(records.iterator(), 2);
    List<String> cut = new ArrayList<>();
    while (slices.hasNext()) {
      TopicSlice slice = slices.next();
      cut.add(slice.part() + " " + slice.from() + ".." + slice.to());
    }
    assertThat(cut)
        .containsExactly(
            "polls_topic-0 7..8",
            "stations_topic-0 100..101",
            "stations_topic-0 102..103",
            "stations_topic-0 104..104");
    assertThatThrownBy(slices::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void nothingGivesNothing() {
    assertThat(new TopicSlices(List.<TopicRecord>of().iterator(), 2)).isExhausted();
  }

  private static List<TopicRecord> records(String topic, long from, int count) {
    List<TopicRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(new TopicRecord(new TopicPart(topic, 0), from + i, Instant.EPOCH, new byte[0]));
    }
    return records;
  }
}
