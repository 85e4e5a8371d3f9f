package org.dockline.poller.http;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** What came of one call. */
public sealed interface Reply {

  /** Until the whole answer was read, or the call was given up. */
  Duration latency();

  /**
   * An answer.
   *
   * @param body decompressed; when the line broke, what had come by then
   * @param charset of the body
   */
  record Received(int status, Headers headers, ByteString body, Charset charset, Duration latency)
      implements Reply {

    /** Whether it is a 2xx. */
    public boolean successful() {
      return status >= 200 && status < 300;
    }

    /** Whether the answer says of itself that the simulator made it. */
    public boolean simulated() {
      return "true".equalsIgnoreCase(headers.get("X-Dockline-Simulated"));
    }

    /** How long the provider asks to be left alone; null when it does not. */
    public @Nullable Duration retryAfter(Instant now) {
      return RetryAfter.parse(headers.get("Retry-After"), now);
    }
  }

  /**
   * No answer, or one that is refused.
   *
   * @param status null when none came
   * @param reason one sentence without the query of the address
   */
  record Failed(@Nullable Integer status, String reason, Duration latency) implements Reply {}
}
