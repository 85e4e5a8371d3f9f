package org.dockline.dashboard.api;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An answer that is a problem: its status, and what to do in one sentence. */
final class ProblemException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final String detail;
  private final @Nullable Duration retryAfter;

  private ProblemException(int status, String detail, @Nullable Duration retryAfter) {
    super(detail);
    this.status = status;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  /** 400: the question can't be understood. */
  static ProblemException misasked(String detail) {
    return new ProblemException(400, detail, null);
  }

  /** 404: there is no such thing. */
  static ProblemException absent(String detail) {
    return new ProblemException(404, detail, null);
  }

  /** Any other. */
  static ProblemException of(int status, String detail) {
    return new ProblemException(status, detail, null);
  }

  /** 503, or 429: not now. */
  static ProblemException later(int status, String detail, Duration retryAfter) {
    return new ProblemException(status, detail, retryAfter);
  }

  int status() {
    return status;
  }

  String detail() {
    return detail;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
