package org.dockline.dashboard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dockline.dashboard.DashboardLauncher;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole dashboard on a free port, with a snapshot folder that a test writes. */
public final class DashboardUnderTest implements AutoCloseable {

  /** The cities that it shows. */
  public static final MadeUpCities CITIES = new MadeUpCities(25, "lyon", "dublin", "toyama");

  /** How many stations there are. */
  public static final int STATIONS = 75;

  private static final Duration PAST = Duration.ofHours(26);

  private final Map<String, String> settings;
  private final SnapshotFolder folder;
  private final int port;
  private final MovableClock clock = new MovableClock();
  private ConfigurableApplicationContext context;
  private long batch;

  private DashboardUnderTest(Map<String, String> settings, Path folder, int port) {
    this.settings = settings;
    this.context = DashboardLauncher.start(settings, clock);
    this.folder = new SnapshotFolder(folder);
    this.port = port;
  }

  /** Starts it on a folder without a snapshot, and without a warehouse. */
  public static DashboardUnderTest start(Path folder) {
    return start(folder, Map.of());
  }

  /** Starts it with further settings. */
  public static DashboardUnderTest start(Path folder, Map<String, String> further) {
    int port = freePort();
    Map<String, String> settings = new LinkedHashMap<>(further);
    settings.put("SNAPSHOT_DIR", folder.toString());
    settings.put("DASHBOARD_PORT", Integer.toString(port));
    return new DashboardUnderTest(settings, folder, port);
  }

  /** Stops answering; what is published is seen after {@link #startAgain}. */
  public void stop() {
    context.close();
  }

  /** Answers again where it did. */
  public void startAgain() {
    context = DashboardLauncher.start(settings, clock);
  }

  /** What it is made of. */
  public ConfigurableApplicationContext context() {
    return context;
  }

  /** Where it answers. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The time it goes by. */
  public Clock clock() {
    return clock;
  }

  /** Publishes the cities as they are now, these stations in place of their own. */
  public void publish(Iterable<StationObservation> instead) {
    Instant now = clock.instant();
    Map<StationKey, StationObservation> stations = new LinkedHashMap<>();
    CITIES.at(now).forEach(o -> stations.put(o.key(), o));
    instead.forEach(o -> stations.put(o.key(), o));
    folder.publish(stations.values(), CITIES.facts(++batch, now));
  }

  /** Publishes them without one that has left its feed. */
  public void publishWithout(String contract) {
    Instant now = clock.instant();
    List<StationObservation> left = new ArrayList<>(CITIES.at(now));
    left.removeIf(o -> o.key().contract().equals(contract));
    folder.publish(left, CITIES.facts(++batch, now));
  }

  /** Publishes them with a pipeline that is not well. */
  public void publishTroubled() {
    Instant now = clock.instant();
    folder.publish(CITIES.at(now), CITIES.troubledFacts(++batch, now));
  }

  /** Lets that much time pass for it at once; a page notices with the next snapshot. */
  public void later(Duration time) {
    clock.pass(time);
  }

  /** Adds what the cities did in the last day, every ten minutes but for two hours. */
  public void publishPast() {
    Instant now = clock.instant();
    List<StationObservation> past = new ArrayList<>();
    for (Duration ago = PAST; ago.isPositive(); ago = ago.minusMinutes(10)) {
      if (ago.toHours() < 7 || ago.toHours() >= 9) {
        past.addAll(CITIES.at(now.minus(ago)));
      }
    }
    folder.append("date=past/part.parquet", past, now);
  }

  /** Adds what the cities are like now, as the stream does with each of its batches. */
  public void append() {
    Instant now = clock.instant();
    folder.append("date=now/part-" + batch + ".parquet", CITIES.at(now), now);
  }

  @Override
  public void close() {
    context.close();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
