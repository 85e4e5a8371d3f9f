package org.dockline.batch.archive;

/**
 * What a run added to the archive.
 *
 * @param files files
 * @param records records in them
 * @param bytes their size
 * @param lost offsets that the run found gone from Kafka before they were archived
 */
public record ArchiveResult(int files, long records, long bytes, long lost) {
  static final ArchiveResult NOTHING = new ArchiveResult(0, 0, 0, 0);

  ArchiveResult and(ArchiveResult other) {
    return new ArchiveResult(
        files + other.files, records + other.records, bytes + other.bytes, lost + other.lost);
  }

  @Override
  public String toString() {
    return "%,d records in %d files (%,d bytes)".formatted(records, files, bytes);
  }
}
