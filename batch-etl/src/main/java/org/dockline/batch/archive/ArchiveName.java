package org.dockline.batch.archive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dockline.batch.survey.OffsetRange;

/**
 * The name of an archived file, which says what it holds.
 *
 * @param topic the topic's name
 * @param partition the partition
 * @param offsets every record of the partition that had one of these
 */
record ArchiveName(String topic, int partition, OffsetRange offsets) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<topic>.+)-(?<partition>\\d{1,9})-(?<from>\\d{19})-(?<to>\\d{19})\\.parquet");

  /** Reads what {@link #toString()} wrote; empty for any other file. */
  static Optional<ArchiveName> parse(String fileName) {
    Matcher m = SHAPE.matcher(fileName);
    if (!m.matches()) {
      return Optional.empty();
    }
    long from = Long.parseLong(m.group("from"));
    long to = Long.parseLong(m.group("to"));
    return from >= to
        ? Optional.empty()
        : Optional.of(
            new ArchiveName(
                m.group("topic"),
                Integer.parseInt(m.group("partition")),
                new OffsetRange(from, to)));
  }

  /** For example {@code polls_topic-0-0000000000000000000-0000000000000000360.parquet}. */
  @Override
  public String toString() {
    return "%s-%d-%019d-%019d.parquet".formatted(topic, partition, offsets.from(), offsets.to());
  }
}
