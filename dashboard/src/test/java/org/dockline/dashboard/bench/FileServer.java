package org.dockline.dashboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the dashboard is compared with: nginx where there is one, else the JDK's file server. */
final class FileServer {

  private FileServer() {}

  /** Serves a folder, until it is ended. */
  static Process start(Path files, int port) throws IOException {
    String nginx = nginx();
    return OneCore.onOneCore(nginx == null ? jdk(files, port) : nginx(nginx, files, port)).start();
  }

  private static List<String> jdk(Path files, int port) {
    return List.of(
        OneCore.java(),
        "-m",
        "jdk.httpserver",
        "-b",
        "127.0.0.1",
        "-p",
        Integer.toString(port),
        "-o",
        "none",
        "-d",
        files.toAbsolutePath().toString());
  }

  /** As root it would serve as another user, who may not read the folder. */
  private static List<String> nginx(String program, Path files, int port) throws IOException {
    Path config = files.resolveSibling("nginx.conf");
    Files.writeString(
        config,
        """
        user %s;
        daemon off;
        worker_processes 1;
        pid nginx.pid;
        error_log stderr crit;
        events { worker_connections 64; }
        http {
          access_log off;
          sendfile on;
          keepalive_requests 1000000;
          server { listen 127.0.0.1:%d; root %s; }
        }
        """
            .formatted(System.getProperty("user.name"), port, files.toAbsolutePath()));
    return List.of(program, "-p", files.getParent().toString(), "-c", config.toString());
  }

  /** Which one it is. */
  static String name() {
    return nginx() == null ? "JDK file server" : "nginx";
  }

  private static @Nullable String nginx() {
    return Arrays.stream((System.getenv("PATH") + ":/usr/sbin").split(":", -1))
        .map(folder -> Path.of(folder, "nginx"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst()
        .orElse(null);
  }
}
