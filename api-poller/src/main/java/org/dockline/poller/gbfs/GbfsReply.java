package org.dockline.poller.gbfs;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of asking for one GBFS file. */
sealed interface GbfsReply {

  /**
   * The file.
   *
   * @param validators headers that ask for it again only if it changed
   */
  record File(GbfsDocument document, Map<String, String> validators) implements GbfsReply {}

  /** It has not changed. */
  record Same() implements GbfsReply {}

  /**
   * No file.
   *
   * @param reason one sentence
   * @param gone whether the provider knows no such file, so that discovery should be asked again
   * @param retryAfter how long the provider asks to be left alone; null when it does not
   * @param body what came instead; null when nothing did
   */
  record Failure(String reason, boolean gone, @Nullable Duration retryAfter, @Nullable String body)
      implements GbfsReply {}
}
