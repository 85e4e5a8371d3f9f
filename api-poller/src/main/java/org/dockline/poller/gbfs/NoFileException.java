package org.dockline.poller.gbfs;

import java.io.Serial;

/** A file that a poll can't do without did not come; never leaves the feed. */
final class NoFileException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient GbfsReply.Failure failure;

  NoFileException(GbfsReply.Failure failure) {
    super(failure.reason());
    this.failure = failure;
  }

  GbfsReply.Failure failure() {
    return failure;
  }

  /** The file of a reply that must have one. */
  static GbfsReply.File file(GbfsReply reply) throws NoFileException {
    return switch (reply) {
      case GbfsReply.File f -> f;
      case GbfsReply.Failure f -> throw new NoFileException(f);
      case GbfsReply.Same s ->
          throw new NoFileException(
              new GbfsReply.Failure("not modified, but we have no copy", false, null, null));
    };
  }
}
