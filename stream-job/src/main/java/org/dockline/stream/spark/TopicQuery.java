package org.dockline.stream.spark;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.dockline.stream.topic.TopicPart;
import org.dockline.stream.topic.TopicRecord;

/**
 * The one streaming query: all topics, from the oldest record on, each micro-batch brought to this
 * process.
 *
 * @param bootstrapServers where Kafka is
 * @param topics what is subscribed to
 * @param trigger how often is looked for new records
 * @param recordsPerTrigger the most records of one micro-batch
 * @param recordsPerTask the most records that Spark holds at once
 */
public record TopicQuery(
    String bootstrapServers,
    Collection<String> topics,
    Duration trigger,
    long recordsPerTrigger,
    int recordsPerTask) {

  /** Works on the records of one micro-batch. */
  public interface BatchBody {
    /**
     * Takes all of them in; a failure makes the batch run again.
     *
     * @param id the same when a batch runs again
     * @param records those of each partition together and by growing offset
     */
    void run(long id, Iterator<TopicRecord> records) throws Exception;
  }

  /**
   * Starts it.
   *
   * @param checkpoint folder in which Spark keeps how far was read
   */
  public StreamingQuery start(SparkSession spark, String checkpoint, BatchBody body)
      throws TimeoutException {
    return source(spark)
        .writeStream()
        .queryName("dockline-stream")
        .trigger(Trigger.ProcessingTime(trigger.toMillis()))
        .option("checkpointLocation", checkpoint)
        .foreachBatch(batches(body))
        .start();
  }

  private Dataset<Row> source(SparkSession spark) {
    return spark
        .readStream()
        .format("kafka")
        .option("kafka.bootstrap.servers", bootstrapServers)
        .option("subscribe", String.join(",", topics))
        .option("groupIdPrefix", "dockline-stream")
        .option("startingOffsets", "earliest")
        .option("failOnDataLoss", true)
        .option("maxOffsetsPerTrigger", recordsPerTrigger)
        .option("maxRecordsPerPartition", recordsPerTask)
        // The default makes every micro-batch wait for half a second.
        .option("kafka.fetch.max.wait.ms", 20)
        .option("kafka.max.poll.records", 10_000)
        // A broker that is away is told of after two such times, one that restarts is waited for.
        .option("kafka.default.api.timeout.ms", 8_000)
        .option("kafka.request.timeout.ms", 8_000)
        .option("fetchOffset.numRetries", 2)
        .load()
        .select("topic", "partition", "offset", "timestamp", "value");
  }

  /** One task's records are in memory at a time. */
  private static VoidFunction2<Dataset<Row>, Long> batches(BatchBody body) {
    return (batch, id) -> body.run(id, new Records(batch.toLocalIterator()));
  }

  private record Records(Iterator<Row> rows) implements Iterator<TopicRecord> {

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public TopicRecord next() {
      Row row = rows.next();
      return new TopicRecord(
          new TopicPart(row.getString(0), row.getInt(1)),
          row.getLong(2),
          row.<Instant>getAs(3),
          row.<byte[]>getAs(4));
    }
  }
}
