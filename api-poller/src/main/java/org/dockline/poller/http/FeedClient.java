package org.dockline.poller.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Calls providers with bounded patience and bounded memory. Nothing of an address beyond its host
 * ever reaches a reason: the query may hold a key.
 */
public final class FeedClient implements AutoCloseable {

  private static final String USER_AGENT = "Dockline (history of bike-share stations)";

  private static final long CHUNK = 64 * 1024;

  /** One host is asked for no more at once, however many feeds it has. */
  static final int CALLS_PER_HOST = 4;

  private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();
  private final OkHttpClient client;
  private final long bodyLimit;

  private final @Nullable Listener listener;
  private final @Nullable Function<String, RecordedAnswer> recording;

  private FeedClient(
      OkHttpClient client,
      long bodyLimit,
      @Nullable Listener listener,
      @Nullable Function<String, RecordedAnswer> recording) {
    this.client = client;
    this.bodyLimit = bodyLimit;
    this.listener = listener;
    this.recording = recording;
  }

  /** Is told of every answer, in the thread that asked. */
  @FunctionalInterface
  public interface Listener {
    /** What came of a call; must not throw. */
    void received(RecordedAnswer answer);
  }

  /**
   * A client; share one, it keeps connections open.
   *
   * @param timeouts for connecting, for silence, for a whole call
   * @param bodyLimit bytes, decompressed, above which an answer is refused
   */
  public static FeedClient of(Timeouts timeouts, long bodyLimit) {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .connectTimeout(timeouts.connect())
            .readTimeout(timeouts.read())
            .callTimeout(timeouts.call())
            .build();
    return new FeedClient(client, bodyLimit, null, null);
  }

  /** One that asks nobody: a file's name leads to its answer. */
  public static FeedClient answering(Function<String, RecordedAnswer> recording) {
    return new FeedClient(new OkHttpClient(), Long.MAX_VALUE, null, recording);
  }

  /** The same client, whose answers are told; close only one of the two. */
  public FeedClient telling(Listener to) {
    return new FeedClient(client, bodyLimit, to, recording);
  }

  /**
   * How long to wait.
   *
   * @param connect for a connection
   * @param read for the next byte
   * @param call for the whole
   */
  public record Timeouts(Duration connect, Duration read, Duration call) {
    /** What providers need on a bad day. */
    public static final Timeouts USUAL =
        new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  /**
   * Asks once, when the host has room; okhttp itself asks for gzip and unpacks it. Waiting for room
   * is no part of the latency.
   */
  public Reply get(HttpUrl url, Map<String, String> headers) {
    if (recording != null) {
      return recording.apply(RecordedAnswer.fileOf(url)).reply();
    }
    Reply reply = askInTurn(url, headers);
    if (listener != null) {
      listener.received(RecordedAnswer.of(url, reply));
    }
    return reply;
  }

  private Reply askInTurn(HttpUrl url, Map<String, String> headers) {
    Semaphore host = hosts.computeIfAbsent(url.host(), name -> new Semaphore(CALLS_PER_HOST, true));
    try {
      host.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.Failed(null, "the call was broken off", Duration.ZERO);
    }
    try {
      return ask(url, headers);
    } finally {
      host.release();
    }
  }

  private Reply ask(HttpUrl url, Map<String, String> headers) {
    Request.Builder request = new Request.Builder().url(url).header("User-Agent", USER_AGENT);
    headers.forEach(request::header);
    long start = System.nanoTime();
    Call call = client.newCall(request.build());
    try (Response response = call.execute()) {
      return received(response, start);
    } catch (IOException e) {
      return new Reply.Failed(null, reason(url, e), since(start));
    }
  }

  /** Breaks off what is under way and lets connections go. */
  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
  }

  private Reply received(Response response, long start) {
    ResponseBody body = response.body();
    Buffer read = new Buffer();
    try {
      BufferedSource source = body.source();
      while (read.size() <= bodyLimit && source.read(read, CHUNK) != -1) {
        // Reads on.
      }
    } catch (IOException e) {
      // The line broke: whole stations may stand before the break, and the text shows where it is.
      return received(response, body, read, start);
    }
    return read.size() > bodyLimit
        ? new Reply.Failed(
            response.code(), "the answer is larger than " + bodyLimit + " bytes", since(start))
        : received(response, body, read, start);
  }

  private static Reply received(Response response, ResponseBody body, Buffer read, long start) {
    MediaType type = body.contentType();
    Charset charset = type == null ? null : type.charset();
    return new Reply.Received(
        response.code(),
        response.headers(),
        read.readByteString(),
        charset == null ? StandardCharsets.UTF_8 : charset,
        since(start));
  }

  private static String reason(HttpUrl url, IOException e) {
    String place = url.host() + ":" + url.port();
    return switch (e) {
      case UnknownHostException u -> "the host " + url.host() + " is not known";
      case ConnectException c -> "no connection to " + place;
      case InterruptedIOException i -> "no answer in time from " + place;
      default -> "the call to " + place + " failed: " + e.getClass().getSimpleName();
    };
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
