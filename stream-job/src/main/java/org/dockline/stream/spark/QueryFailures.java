package org.dockline.stream.spark;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;

/** Says in words what ended a query, and what to do about it. */
public final class QueryFailures {

  private static final String DATA_LOSS = "KAFKA_DATA_LOSS";
  private static final String FULL_DISK = "No space left on device";

  private QueryFailures() {}

  /** One or two sentences. */
  public static String explain(Throwable failure, String checkpoint) {
    Optional<Throwable> loss = causes(failure).filter(QueryFailures::tellsOfLoss).findFirst();
    return loss.map(l -> explainLoss(l, checkpoint)).orElseGet(() -> explain(root(failure)));
  }

  private static String explain(Throwable root) {
    if (isOfKafka(root)) {
      return "Kafka does not answer: " + message(root);
    }
    return message(root).contains(FULL_DISK)
        ? "The disk of the snapshots or of the checkpoint is full. What readers are shown stays as it"
            + " is; free some space, and the stream goes on by itself. The system says: "
            + message(root)
        : firstLine(root);
  }

  /**
   * Whether it is none of what the world outside does (a broker that is away, records that are
   * gone, a disk that is full), so that whoever mends it needs to see where it happened.
   */
  public static boolean isFault(Throwable failure) {
    return !isOfKafka(root(failure))
        && !(root(failure) instanceof IOException)
        && causes(failure).noneMatch(QueryFailures::tellsOfLoss);
  }

  private static Throwable root(Throwable failure) {
    return causes(failure).reduce((outer, inner) -> inner).orElse(failure);
  }

  private static boolean isOfKafka(Throwable root) {
    return root.getClass().getName().startsWith("org.apache.kafka.");
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
    return failure.getClass().getSimpleName() + ": " + message(failure);
  }

  private static String message(Throwable failure) {
    String text = failure.getMessage() == null ? "" : failure.getMessage();
    return text.lines().findFirst().orElse("");
  }
}
