package org.dockline.poller.spool;

/**
 * A record that waits.
 *
 * @param segment the number of its file
 * @param end where it ends there, which with {@code segment} names it for ever
 * @param record what waits
 */
public record SpoolEntry(long segment, long end, SpooledRecord record) {

  /** The name of an entry. */
  public record Id(long segment, long end) {}

  /** See {@link Id}. */
  public Id id() {
    return new Id(segment, end);
  }
}
