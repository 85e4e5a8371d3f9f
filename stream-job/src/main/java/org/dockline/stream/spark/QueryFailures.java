package org.dockline.stream.spark;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;

/** Says in words what ended a query, and what to do about it. */
public final class QueryFailures {

  private static final String DATA_LOSS = "KAFKA_DATA_LOSS";

  private QueryFailures() {}

  /** One or two sentences. */
  public static String explain(Throwable failure, String checkpoint) {
    Optional<Throwable> loss = causes(failure).filter(QueryFailures::tellsOfLoss).findFirst();
    return loss.map(l -> explainLoss(l, checkpoint))
        .orElseGet(
            () -> firstLine(causes(failure).reduce((outer, inner) -> inner).orElse(failure)));
  }

  private static String explainLoss(Throwable loss, String checkpoint) {
    return "Records that were not read yet are no longer in the topic: it was deleted and made"
        + " anew, or the stream was away for longer than the topic keeps its records. Nothing was"
        + " skipped. To go on with what the topic still has, remove "
        + checkpoint
        + ": live and recent snapshots stay and are filled up from the oldest record on. Kafka says: "
        + firstLine(loss);
  }

  private static boolean tellsOfLoss(Throwable cause) {
    return cause instanceof SparkThrowable known
        && known.getCondition() != null
        && known.getCondition().startsWith(DATA_LOSS);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static String firstLine(Throwable failure) {
    String text = failure.getMessage() == null ? "" : failure.getMessage();
    return failure.getClass().getSimpleName() + ": " + text.lines().findFirst().orElse("");
  }
}
