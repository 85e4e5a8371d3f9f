package org.dockline.batch.archive;

import org.dockline.batch.log.LogTopic;

/**
 * What the topics are called.
 *
 * @param stations the topic of observations
 * @param polls the topic of poll reports
 * @param rejected the topic of what could not be understood
 */
public record ArchiveTopics(String stations, String polls, String rejected) {

  /** The name of one. */
  public String name(LogTopic topic) {
    return switch (topic) {
      case STATIONS -> stations;
      case POLLS -> polls;
      case REJECTED -> rejected;
    };
  }
}
