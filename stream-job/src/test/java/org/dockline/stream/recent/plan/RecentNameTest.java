package org.dockline.stream.recent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dockline.stream.topic.TopicPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecentNameTest {

  private static final LocalDate DATE = LocalDate.parse("2026-03-28");

  @Test
  void sliceIsNamedByTopicPartAndOffsets() {
    String name = RecentName.slice(DATE, new TopicPart("stations_topic", 3), "5f0c9b1e", 17, 834);
    assertThat(name)
        .isEqualTo("date=2026-03-28/stations_topic-3-000000000017-000000000834-5f0c9b1e.parquet");
    assertThat(RecentName.date(name)).isEqualTo(DATE);
    assertThat(RecentName.tier(name)).isEqualTo(Tier.SLICE);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SLICE")
  void mergedFileTellsItsTierAndDate(Tier tier) {
    String name = RecentName.merged(DATE, tier, List.of("a", "b"));
    assertThat(RecentName.tier(name)).isEqualTo(tier);
    assertThat(RecentName.date(name)).isEqualTo(DATE);
  }
}
