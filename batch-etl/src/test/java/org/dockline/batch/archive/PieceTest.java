package org.dockline.batch.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dockline.batch.survey.OffsetRange;
import org.junit.jupiter.api.Test;

class PieceTest {

  @Test
  void nameSaysWhatAFileHoldsAndIsReadBack() {
    ArchiveName name = name(3, 10, 25);
    assertThat(name).hasToString("polls_topic-3-0000000000000000010-0000000000000000025.parquet");
    assertThat(ArchiveName.parse(name.toString())).hasValue(name);
    assertThat(ArchiveName.parse("a-b-0-0000000000000000010-0000000000000000025.parquet"))
        .hasValueSatisfying(n -> assertThat(n.topic()).isEqualTo("a-b"));
    assertThat(ArchiveName.parse(".unfinished-1-" + name).map(ArchiveName::topic))
        .as("no topic is called so")
        .hasValue(".unfinished-1-polls_topic");
    assertThat(ArchiveName.parse("polls_topic-0-25-10.parquet")).isEmpty();
    assertThat(ArchiveName.parse("polls_topic-0-0000000000000000025-0000000000000000010.parquet"))
        .isEmpty();
  }

  @Test
  void whatTwoFilesHoldIsAnsweredForOnce() {
    assertThat(Piece.of(List.of(name(0, 5, 9), name(0, 0, 5), name(1, 0, 4), name(0, 0, 7))))
        .isEqualTo(
            Map.of(
                0,
                List.of(
                    new Piece(name(0, 0, 7), new OffsetRange(0, 7)),
                    new Piece(name(0, 5, 9), new OffsetRange(7, 9))),
                1,
                List.of(new Piece(name(1, 0, 4), new OffsetRange(0, 4)))));
  }

  private static ArchiveName name(int partition, long from, long to) {
    return new ArchiveName("polls_topic", partition, new OffsetRange(from, to));
  }
}
