package org.dockline.batch.notify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.dockline.station.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Posts a notice as JSON: {@code event} (failure, recovery or completion), {@code job}, {@code at}
 * (ISO-8601 UTC), {@code subject}, {@code text}. The address itself is a secret: with many chat
 * systems who knows it may write.
 */
public final class WebhookChannel implements Channel {

  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
  private static final int TOO_MANY = 429;
  private static final int TIMEOUT = 408;

  private final URI address;
  private final @Nullable Secret token;
  private final Duration limit;
  private final HttpClient client;

  /**
   * Posts there.
   *
   * @param token sent as bearer token; null for none
   * @param limit within which an answer must come
   */
  public WebhookChannel(Secret address, @Nullable Secret token, Duration limit) {
    this.address = URI.create(address.reveal());
    this.token = token;
    this.limit = limit;
    this.client = HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build();
  }

  @Override
  public String name() {
    return "the webhook at " + address.getHost();
  }

  @Override
  public void deliver(Notice notice) throws IOException {
    int status = post(json(notice));
    if (status / 100 == 2) {
      return;
    }
    String answer = "it answered with status " + status;
    if (status / 100 == 4 && status != TOO_MANY && status != TIMEOUT) {
      throw new RefusedException(answer + "; check WEBHOOK_URL and WEBHOOK_TOKEN");
    }
    throw new IOException(answer);
  }

  private int post(String body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(limit)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token.reveal());
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IOException e) {
      // Its message may hold the whole address.
      throw new IOException("no answer (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private static String json(Notice notice) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("event", notice.kind().word());
      json.writeStringField("job", notice.job());
      json.writeStringField("at", notice.at().toString());
      json.writeStringField("subject", notice.subject());
      json.writeStringField("text", notice.subject() + "\n" + notice.text());
      json.writeEndObject();
    }
    return text.toString();
  }
}
