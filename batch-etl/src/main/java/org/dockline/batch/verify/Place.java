package org.dockline.batch.verify;

/** Where observations are kept as they are. */
enum Place {
  /** The master dataset. */
  ARCHIVE,
  /** Kafka, as far back as it remembers. */
  TOPIC,
  /** What the speed chain keeps until it is loaded. */
  RECENT
}
