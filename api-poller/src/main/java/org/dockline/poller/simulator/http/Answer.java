package org.dockline.poller.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.dockline.poller.simulator.protocol.JsonBody;

/**
 * What is answered.
 *
 * @param status of HTTP
 * @param contentType as the real provider says it
 * @param headers beside the usual ones
 * @param body written when the answer is sent
 * @param manner how it is sent
 */
record Answer(
    int status, String contentType, Map<String, String> headers, Body body, Manner manner) {

  /** Writes the body; does not close the stream. */
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * How an answer is sent.
   *
   * @param after how long it is kept back
   * @param bytes how much of the body is sent
   * @param breaks whether the line breaks after them
   */
  record Manner(Duration after, long bytes, boolean breaks) {
    /** At once and whole. */
    static final Manner USUAL = new Manner(Duration.ZERO, Long.MAX_VALUE, false);
  }

  /** A JSON document. JCDecaux does not name a charset: JSON is UTF-8. */
  static Answer json(int status, JsonBody body) {
    return new Answer(status, "application/json", Map.of(), body::writeTo, Manner.USUAL);
  }

  /** JCDecaux's way to refuse. */
  static Answer error(int status, String message) {
    return json(status, JsonBody.error(message));
  }

  /** Plain text, which is how GBFS servers say that there is nothing. */
  static Answer text(int status, String text) {
    Body body = out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    return new Answer(status, "text/plain", Map.of(), body, Manner.USUAL);
  }

  /** The same with another header. */
  Answer with(String header, String value) {
    return new Answer(status, contentType, Map.of(header, value), body, manner);
  }

  /** The same, sent that way. */
  Answer sent(Manner how) {
    return new Answer(status, contentType, headers, body, how);
  }
}
