package org.dockline.poller.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** Sends an answer in the manner that it is to be sent. */
final class Sending {

  private static final int BUFFER = 64 * 1024;

  private final CountDownLatch closed;

  /**
   * A way to send.
   *
   * @param closed when the server ends, nothing is kept back any longer
   */
  Sending(CountDownLatch closed) {
    this.closed = closed;
  }

  /** Sends; an exception leaves the line broken. */
  void send(HttpExchange exchange, Answer answer) throws IOException {
    Answer.Manner manner = answer.manner();
    if (!waited(manner)) {
      throw new IOException("the server ends before it answers");
    }
    boolean zipped = acceptsGzip(exchange);
    exchange.getResponseHeaders().set(SimulatorServer.SIMULATED_HEADER, "true");
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    exchange.getResponseHeaders().set("Vary", "Accept-Encoding");
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    if (zipped) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    exchange.sendResponseHeaders(answer.status(), 0);
    OutputStream plain = exchange.getResponseBody();
    OutputStream out =
        new BufferedOutputStream(
            zipped ? new GZIPOutputStream(plain, BUFFER, true) : plain, BUFFER);
    answer.body().writeTo(new FirstBytes(out, manner.bytes()));
    if (manner.breaks()) {
      out.flush();
      throw new IOException("broken as asked for");
    }
    out.close();
  }

  private boolean waited(Answer.Manner manner) throws IOException {
    try {
      return manner.after().isZero()
          || !closed.await(manner.after().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server ends", e);
    }
  }

  private static boolean acceptsGzip(HttpExchange exchange) {
    List<String> accepted = exchange.getRequestHeaders().get("Accept-Encoding");
    return accepted != null && accepted.stream().anyMatch(line -> line.contains("gzip"));
  }

  /** Lets the first bytes through and drops the rest. */
  private static final class FirstBytes extends FilterOutputStream {
    private long left;

    FirstBytes(OutputStream out, long bytes) {
      super(out);
      this.left = bytes;
    }

    @Override
    public void write(int b) throws IOException {
      if (left > 0) {
        out.write(b);
        left--;
      }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      int some = (int) Math.min(left, length);
      out.write(bytes, from, some);
      left -= some;
    }
  }
}
