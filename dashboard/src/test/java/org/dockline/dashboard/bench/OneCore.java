package org.dockline.dashboard.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs on the first core of the machine, the dashboard above all. */
final class OneCore {

  private OneCore() {}

  static Process dashboard(Path folder, int port) throws IOException {
    ProcessBuilder builder =
        onOneCore(
            List.of(
                java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.dockline.dashboard.DashboardApplication"));
    builder.environment().put("SNAPSHOT_DIR", folder.toString());
    builder.environment().put("DASHBOARD_PORT", Integer.toString(port));
    builder.environment().put("API_RATE_LIMIT", "0");
    builder.environment().put("SERVER_TOMCAT_MAXKEEPALIVEREQUESTS", "-1");
    builder.environment().remove("WAREHOUSE_PASSWORD");
    builder.environment().remove("WAREHOUSE_READER_PASSWORD");
    return builder.start();
  }

  static ProcessBuilder onOneCore(List<String> command) {
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", "0"));
    pinned.addAll(command);
    return new ProcessBuilder(pinned)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static void await(int port, String path) throws InterruptedException {
    for (int i = 0; i < 1_800; i++) {
      try (InputStream in = URI.create("http://127.0.0.1:" + port + path).toURL().openStream()) {
        in.transferTo(new ByteArrayOutputStream());
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("Nothing answers at port " + port);
  }

  static void end(Process process) throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
