package org.dockline.stream.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.spark.SparkThrowable;
import org.junit.jupiter.api.Test;

class QueryFailuresTest {

  @Test
  void aBrokerThatIsAwayIsNoFault() {
    Exception failure = new ExecutionException(new TimeoutException("Timed out. Call: listNodes"));
    assertThat(QueryFailures.explain(failure, "/c"))
        .isEqualTo("Kafka does not answer: Timed out. Call: listNodes");
    assertThat(QueryFailures.isFault(failure)).isFalse();
  }

  @Test
  void aFullDiskIsNoFault() {
    Exception failure = new RuntimeException(new IOException("No space left on device\nmore"));
    assertThat(QueryFailures.explain(failure, "/c"))
        .startsWith("The disk of the snapshots or of the checkpoint is full.")
        .endsWith("The system says: No space left on device");
    assertThat(QueryFailures.isFault(failure)).isFalse();
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() {
    Exception failure = new IOException("/snapshots/live: Permission denied");
    assertThat(QueryFailures.explain(failure, "/c"))
        .isEqualTo("IOException: /snapshots/live: Permission denied");
  }

  @Test
  void lostRecordsAreExplainedWithWhatToDo() {
    Exception failure = new RuntimeException(new Loss());
    assertThat(QueryFailures.explain(failure, "/state/checkpoint"))
        .contains("no longer in the topic", "Nothing was skipped", "remove /state/checkpoint")
        .endsWith("Kafka says: Loss: offset 7 is gone");
    assertThat(QueryFailures.isFault(failure)).isFalse();
  }

  @Test
  void anythingElseIsAFault() {
    Exception failure = new RuntimeException(new IllegalStateException());
    assertThat(QueryFailures.explain(failure, "/c")).isEqualTo("IllegalStateException: ");
    assertThat(QueryFailures.isFault(failure)).isTrue();
  }

  /** As Spark tells of records that are gone. */
  private static final class Loss extends RuntimeException implements SparkThrowable {

    private static final long serialVersionUID = 1;

    Loss() {
      super("offset 7 is gone");
    }

    @Override
    public String getCondition() {
      return "KAFKA_DATA_LOSS.START_OFFSET_RESET";
    }

    @Override
    public Map<String, String> getMessageParameters() {
      return Map.of();
    }
  }
}
