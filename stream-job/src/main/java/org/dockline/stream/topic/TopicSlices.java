package org.dockline.stream.topic;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Cuts a run of records into slices; the same records are always cut alike. */
public final class TopicSlices implements Iterator<TopicSlice> {

  private final Iterator<TopicRecord> records;
  private final int limit;
  private @Nullable TopicRecord ahead;

  /**
   * Cuts where the part changes and after so many records.
   *
   * @param records the records of each part together and by growing offset
   * @param limit the most records of a slice
   */
  public TopicSlices(Iterator<TopicRecord> records, int limit) {
    this.records = records;
    this.limit = limit;
    this.ahead = read();
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public TopicSlice next() {
    if (ahead == null) {
      throw new NoSuchElementException("all records are read");
    }
    TopicPart part = ahead.part();
    List<TopicRecord> slice = new ArrayList<>();
    for (TopicRecord record = ahead; belongs(record, part, slice.size()); record = ahead) {
      slice.add(record);
      ahead = read();
    }
    return new TopicSlice(slice);
  }

  private boolean belongs(@Nullable TopicRecord record, TopicPart part, int size) {
    return record != null && size < limit && record.part().equals(part);
  }

  private @Nullable TopicRecord read() {
    return records.hasNext() ? records.next() : null;
  }
}
