package org.dockline.station.snapshot;

import java.time.Instant;
import java.util.List;

/**
 * The content of {@code recent/CURRENT}: the files that together hold every recent observation. An
 * observation may stand in two of them (after a lost checkpoint): readers drop repeated identities.
 *
 * @param batchId the last micro-batch that is contained
 * @param asOf when it was written
 * @param files the valid files
 */
public record RecentManifest(long batchId, Instant asOf, List<RecentFile> files) {

  /** Copies the list. */
  public RecentManifest {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param path relative to {@code recent/}, with forward slashes
   * @param rows number of observations
   * @param firstPolledAt the earliest {@code polled_at} in it
   * @param lastPolledAt the latest {@code polled_at} in it
   */
  public record RecentFile(String path, long rows, Instant firstPolledAt, Instant lastPolledAt) {}
}
