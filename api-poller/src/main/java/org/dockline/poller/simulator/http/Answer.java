package org.dockline.poller.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.dockline.poller.simulator.protocol.JsonBody;

/**
 * What is answered.
 *
 * @param status of HTTP
 * @param contentType as the real provider says it
 * @param body written when the answer is sent
 */
record Answer(int status, String contentType, Body body) {

  /** Writes the body; does not close the stream. */
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /** A JSON document. JCDecaux does not name a charset: JSON is UTF-8. */
  static Answer json(int status, JsonBody body) {
    return new Answer(status, "application/json", body::writeTo);
  }

  /** JCDecaux's way to refuse. */
  static Answer error(int status, String message) {
    return json(status, JsonBody.error(message));
  }

  /** Plain text, which is how GBFS servers say that there is nothing. */
  static Answer text(int status, String text) {
    return new Answer(
        status, "text/plain", out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
