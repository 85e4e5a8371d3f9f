package org.dockline.dashboard.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;

/** Serves the same map tile for every place, and remembers what it was asked for. */
public final class TileServer implements AutoCloseable {

  private static final int SIZE = 256;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /** On a free port. */
  public TileServer() {
    try {
      byte[] tile = tile();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", exchange -> answer(exchange, tile));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.start();
  }

  private void answer(HttpExchange exchange, byte[] tile) throws IOException {
    asked.add(exchange.getRequestURI().getPath());
    exchange.getResponseHeaders().set("Content-Type", "image/png");
    exchange.sendResponseHeaders(200, tile.length);
    try (exchange) {
      exchange.getResponseBody().write(tile);
    }
  }

  private static byte[] tile() throws IOException {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  /** What a dashboard is to be told of it. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/{z}/{x}/{y}.png";
  }

  /** The paths, in order. */
  public List<String> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
