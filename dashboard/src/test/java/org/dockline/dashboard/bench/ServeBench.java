package org.dockline.dashboard.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dockline.dashboard.testing.MadeUpCities;
import org.dockline.dashboard.testing.SnapshotFolder;

/**
 * How fast the dashboard serves on one core, beside a plain file server with the same bytes on the
 * same core: nginx where there is one, else the JDK's own.
 */
public final class ServeBench {

  private static final String LIST = "/api/v1/contracts/lyon/stations";
  private static final String STATUS = "/gbfs/3.0/lyon/station_status.json";
  private static final int WARM_UP = 4;
  private static final int SECONDS = 6;

  private ServeBench() {}

  /** Prints a table. Arguments: numbers of stations (2400 35000). */
  public static void main(String[] args) throws Exception {
    List<Integer> sizes =
        args.length == 0
            ? List.of(2_400, 35_000)
            : Arrays.stream(args).map(Integer::valueOf).toList();
    System.out.println("| stations | what | server | answers/s | p99 ms | bytes |");
    System.out.println("|---|---|---|---|---|---|");
    for (int stations : sizes) {
      measure(stations, Clock.systemUTC().instant());
    }
  }

  private static void measure(int stations, Instant now) throws Exception {
    Path folder = Files.createTempDirectory("dockline-serve");
    publish(folder, stations, now);
    List<String> histories =
        IntStream.rangeClosed(1, Past.STATIONS).mapToObj(n -> history(n, now)).toList();
    int port = OneCore.freePort();
    Process dashboard = OneCore.dashboard(folder, port);
    try {
      OneCore.await(port, LIST);
      row(stations, LIST, "dashboard", load(port, LIST));
      row(stations, STATUS, "dashboard", load(port, STATUS));
      row(stations, "history of one station", "dashboard", load(port, histories.getFirst()));
      row(stations, "history of any station", "dashboard", Load.on(port, histories, SECONDS));
      keep(folder, port, List.of(LIST, STATUS));
    } finally {
      OneCore.end(dashboard);
    }
    files(folder, stations);
  }

  private static void files(Path folder, int stations) throws Exception {
    int port = OneCore.freePort();
    Process server = FileServer.start(folder.resolve("static"), port);
    try {
      OneCore.await(port, "/list");
      row(stations, LIST, FileServer.name(), load(port, "/list"));
      row(stations, STATUS, FileServer.name(), load(port, "/status"));
    } finally {
      OneCore.end(server);
    }
  }

  /** Of the last 48 hours. */
  private static String history(int station, Instant now) {
    return "/api/v1/stations/lyon/%d/history?step=1h&from=%s"
        .formatted(station, now.minus(Duration.ofDays(2)));
  }

  private static Load.Outcome load(int port, String path) throws Exception {
    Load.on(port, List.of(path), WARM_UP);
    return Load.on(port, List.of(path), SECONDS);
  }

  private static void row(int stations, String what, String server, Load.Outcome outcome) {
    System.out.printf(
        "| %,d | %s | %s | %,.0f | %.1f | %,d |%n",
        stations, what, server, outcome.perSecond(), outcome.p99(), outcome.bytes());
  }

  private static void publish(Path folder, int stations, Instant now) {
    SnapshotFolder written = new SnapshotFolder(folder);
    MadeUpCities city = new MadeUpCities(stations, "lyon");
    Past.write(written, now);
    written.publish(city.at(now), city.facts(1, now));
  }

  /** The bytes that the dashboard sent, packed, as files. */
  private static void keep(Path folder, int port, List<String> paths) throws Exception {
    Path files = Files.createDirectories(folder.resolve("static"));
    List<String> names = List.of("list", "status");
    for (int i = 0; i < names.size(); i++) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + paths.get(i)))
              .header("Accept-Encoding", "gzip")
              .build();
      try (HttpClient client = HttpClient.newHttpClient()) {
        Files.write(
            files.resolve(names.get(i)),
            client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
      }
    }
  }
}
