package org.dockline.poller.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.ByteString;
import org.dockline.poller.decode.AnswerText;
import org.jspecify.annotations.Nullable;

/**
 * What came of one call, as it is kept in a recording: free of the query of its address.
 *
 * @param file what was asked for: {@code v1} or {@code v3} for JCDecaux's stations, else the last
 *     part of the address, such as {@code station_status.json}
 * @param status of HTTP; null when no answer came
 * @param headers those that a later call rests on
 * @param text the body; what could not be decoded reads U+FFFD
 * @param damaged whether U+FFFD stands for bytes that are no text
 * @param simulated whether the simulator answered
 * @param latency until the whole answer was read
 * @param failure why there is no answer; null when there is one
 */
public record RecordedAnswer(
    String file,
    @Nullable Integer status,
    Map<String, String> headers,
    String text,
    boolean damaged,
    boolean simulated,
    Duration latency,
    @Nullable String failure) {

  private static final List<String> KEPT = List.of("ETag", "Last-Modified", "Retry-After");
  private static final String SIMULATED = "X-Dockline-Simulated";

  /** Takes a copy. */
  public RecordedAnswer {
    headers = Map.copyOf(headers);
  }

  /** There is no such file. */
  public static RecordedAnswer notFound(String file) {
    return new RecordedAnswer(file, 404, Map.of(), "", false, false, Duration.ZERO, null);
  }

  /** A document as it was answered, of which nothing else is known. */
  public static RecordedAnswer document(String file, String text) {
    return new RecordedAnswer(file, 200, Map.of(), text, false, false, Duration.ZERO, null);
  }

  /** The same without a secret, should the provider have repeated it. */
  public RecordedAnswer without(String secret, String mask) {
    return new RecordedAnswer(
        file,
        status,
        headers,
        text.replace(secret, mask),
        damaged,
        simulated,
        latency,
        failure == null ? null : failure.replace(secret, mask));
  }

  static RecordedAnswer of(HttpUrl url, Reply reply) {
    return switch (reply) {
      case Reply.Failed f ->
          new RecordedAnswer(
              fileOf(url), f.status(), Map.of(), "", false, false, f.latency(), f.reason());
      case Reply.Received r -> received(fileOf(url), r);
    };
  }

  static String fileOf(HttpUrl url) {
    List<String> path = url.pathSegments();
    int vls = path.indexOf("vls");
    return vls >= 0 && path.size() > vls + 1 ? path.get(vls + 1) : path.getLast();
  }

  Reply reply() {
    if (failure != null || status == null) {
      return new Reply.Failed(status, failure == null ? "no answer" : failure, latency);
    }
    Headers.Builder all = new Headers.Builder();
    headers.forEach(all::add);
    if (simulated) {
      all.add(SIMULATED, "true");
    }
    return new Reply.Received(status, all.build(), bytes(), StandardCharsets.UTF_8, latency);
  }

  private static RecordedAnswer received(String file, Reply.Received r) {
    AnswerText text = AnswerText.of(r.body().asByteBuffer(), r.charset());
    Map<String, String> headers = new TreeMap<>();
    for (String name : KEPT) {
      String value = r.headers().get(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return new RecordedAnswer(
        file, r.status(), headers, text.text(), text.damaged(), r.simulated(), r.latency(), null);
  }

  /** Damage is damage again. */
  private ByteString bytes() {
    if (!damaged) {
      return ByteString.encodeUtf8(text);
    }
    Buffer bytes = new Buffer();
    for (String part : text.split("(?<=\uFFFD)|(?=\uFFFD)", -1)) {
      if (part.equals("\uFFFD")) {
        bytes.writeByte(0xFF);
      } else {
        bytes.writeUtf8(part);
      }
    }
    return bytes.readByteString();
  }
}
