package org.dockline.batch.load;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Makes a run of what a stretch of the log has of each station: few rows instead of many go through
 * the shuffle and the sort that bring stations together.
 */
final class GatherTask implements MapPartitionsFunction<Row, Row> {

  /** Held by one task before it hands over what it has. */
  private static final long HELD_BYTES = 16L << 20;

  private static final int OVERHEAD_OF_A_RUN = 256;

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Gathering(rows);
  }

  private static final class Gathering implements Iterator<Row> {
    private final Iterator<Row> rows;
    private Iterator<Row> runs = Collections.emptyIterator();

    Gathering(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      if (!runs.hasNext() && rows.hasNext()) {
        runs = gather();
      }
      return runs.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return runs.next();
    }

    private Iterator<Row> gather() {
      Map<ByteBuffer, RecordRun.Builder> byKey = new HashMap<>();
      long held = 0;
      while (held < HELD_BYTES && rows.hasNext()) {
        Row row = rows.next();
        ByteBuffer key = ByteBuffer.wrap(row.getAs(LogRows.KEY_AT));
        RecordRun.Builder run = byKey.computeIfAbsent(key, k -> new RecordRun.Builder());
        held += run.size() == 0 ? OVERHEAD_OF_A_RUN : -run.size();
        run.add(LogRows.timestamp(row), LogRows.value(row));
        held += run.size();
      }
      return byKey.entrySet().stream()
          .map(e -> LogRows.run(e.getKey().array(), e.getValue().bytes()))
          .iterator();
    }
  }
}
