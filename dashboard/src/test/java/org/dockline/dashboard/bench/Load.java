package org.dockline.dashboard.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks the same again and again over a few kept connections, with as little work as can be. */
final class Load {

  private static final int CONNECTIONS = 4;

  private Load() {}

  /**
   * What came of it.
   *
   * @param perSecond answers
   * @param p99 milliseconds that 99 of 100 answers took at most
   * @param bytes of one answer, packed as it came
   */
  record Outcome(double perSecond, double p99, long bytes) {}

  /**
   * Asks.
   *
   * @param paths in turn, again and again
   */
  static Outcome on(int port, List<String> paths, int seconds)
      throws InterruptedException, ExecutionException {
    List<Callable<List<long[]>>> callers = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      int first = paths.size() * i / CONNECTIONS;
      callers.add(() -> call(port, paths, first, seconds));
    }
    List<long[]> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (Future<List<long[]>> caller : threads.invokeAll(callers)) {
        answers.addAll(caller.get());
      }
    }
    long[] nanos = answers.stream().mapToLong(answer -> answer[0]).sorted().toArray();
    double p99 = nanos[(int) Math.min(nanos.length - 1L, nanos.length * 99L / 100)] / 1e6;
    return new Outcome((double) nanos.length / seconds, p99, answers.getFirst()[1]);
  }

  private static List<long[]> call(int port, List<String> paths, int first, int seconds)
      throws IOException {
    List<byte[]> requests = paths.stream().map(path -> request(port, path)).toList();
    List<long[]> answers = new ArrayList<>();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      long end = System.nanoTime() + seconds * 1_000_000_000L;
      for (int i = first; System.nanoTime() < end; i++) {
        long start = System.nanoTime();
        socket.getOutputStream().write(requests.get(i % requests.size()));
        long bytes = answer(in);
        answers.add(new long[] {System.nanoTime() - start, bytes});
      }
    }
    return answers;
  }

  private static byte[] request(int port, String path) {
    return ("GET "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nAccept-Encoding: gzip\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static long answer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.contains(" 200")) {
      throw new IOException("The answer was: " + status);
    }
    long length = -1;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Long.parseLong(header.substring(15).strip());
      }
    }
    if (length < 0) {
      throw new IOException("The answer tells no length");
    }
    in.skipNBytes(length);
    return length;
  }

  private static String line(InputStream in) throws IOException {
    byte[] line = new byte[1_024];
    int size = 0;
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("The connection was closed");
      }
      line[size++] = (byte) b;
    }
    return new String(Arrays.copyOf(line, Math.max(0, size - 1)), StandardCharsets.US_ASCII);
  }
}
