package org.dockline.poller.gbfs;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.dockline.poller.decode.AnswerText;
import org.dockline.poller.decode.ErrorObject;
import org.dockline.poller.http.FeedClient;
import org.dockline.poller.http.Reply;
import org.dockline.poller.polling.Exchange;
import org.dockline.station.Source;
import org.jspecify.annotations.Nullable;

/** The calls of one poll, added up. */
final class GbfsCalls {

  private final FeedClient client;
  private final Instant polledAt;
  private Duration latency = Duration.ZERO;
  private long bytes;
  private @Nullable Integer lastStatus;
  private boolean simulated;

  GbfsCalls(FeedClient client, Instant polledAt) {
    this.client = client;
    this.polledAt = polledAt;
  }

  Exchange exchange(Source source) {
    return new Exchange(source, latency, lastStatus, bytes, simulated);
  }

  /**
   * Asks for a file.
   *
   * @param name of the file, for messages
   * @param array that the file must hold
   */
  GbfsReply get(String name, HttpUrl url, String array, Map<String, String> validators) {
    Reply reply = client.get(url, validators);
    latency = latency.plus(reply.latency());
    return switch (reply) {
      case Reply.Failed f -> {
        lastStatus = f.status();
        yield new GbfsReply.Failure(name + ": " + f.reason(), false, null, null);
      }
      case Reply.Received r -> received(name, array, r);
    };
  }

  private GbfsReply received(String name, String array, Reply.Received r) {
    lastStatus = r.status();
    bytes += r.body().size();
    simulated |= r.simulated();
    if (r.status() == 304) {
      return new GbfsReply.Same();
    }
    AnswerText body = AnswerText.of(r.body().asByteBuffer(), r.charset());
    if (!r.successful()) {
      boolean gone = r.status() == 404 || r.status() == 410;
      String reason = name + ": HTTP " + r.status() + ": " + ErrorObject.reason(body);
      return new GbfsReply.Failure(reason, gone, r.retryAfter(polledAt), body.text());
    }
    try {
      return new GbfsReply.File(
          GbfsDocumentReader.read(body, array, polledAt), validators(r.headers()));
    } catch (IOException e) {
      return new GbfsReply.Failure(name + ": " + e.getMessage(), false, null, body.text());
    }
  }

  private static Map<String, String> validators(Headers headers) {
    Map<String, String> validators = new LinkedHashMap<>();
    String tag = headers.get("ETag");
    String modified = headers.get("Last-Modified");
    if (tag != null) {
      validators.put("If-None-Match", tag);
    }
    if (modified != null) {
      validators.put("If-Modified-Since", modified);
    }
    return validators;
  }
}
