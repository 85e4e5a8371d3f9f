package org.dockline.stream.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dockline.station.testing.BrokerProcess;
import org.dockline.stream.testing.JobProcess;

/**
 * How long it takes from the moment that the broker has a record to the moment that a reader has
 * read the snapshot with it, and what the process costs, busy and idle; beside a plain Spark job
 * that appends the same topic to Parquet files.
 */
public final class StreamBench {

  /** Of 2,400 stations, of which 15 % change in ten seconds. */
  private static final long EIGHT_DAYS = 25_000_000;

  private static final Duration WARM_UP = Duration.ofSeconds(15);

  private final Path folder;
  private final String bootstrapServers;
  private final Duration time;

  private StreamBench(Path folder, String bootstrapServers, Duration time) {
    this.folder = folder;
    this.bootstrapServers = bootstrapServers;
    this.time = time;
  }

  /**
   * Arguments: seconds to measure each case (60), then numbers of stations (2400 35000 350000); or
   * {@code backlog}, then the number of records that wait (25000000) and the heap (208m).
   */
  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("backlog")) {
      Backlog.measure(
          args.length > 1 ? Long.parseLong(args[1]) : EIGHT_DAYS,
          args.length > 2 ? args[2] : "208m");
      return;
    }
    Duration time = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 60);
    List<Integer> sizes =
        args.length > 1
            ? Arrays.stream(args).skip(1).map(Integer::valueOf).toList()
            : List.of(2_400, 35_000, 350_000);
    Path folder = Files.createTempDirectory("dockline-bench");
    List<String> table = new ArrayList<>();
    try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"))) {
      StreamBench bench = new StreamBench(folder, broker.bootstrapServers(), time);
      for (int stations : sizes) {
        for (Duration trigger : List.of(Duration.ofSeconds(1), Duration.ofSeconds(10))) {
          table.add(bench.measure(stations, trigger));
          System.out.println(table.getLast());
        }
      }
    }
    System.out.println();
    System.out.println(HEAD);
    table.forEach(System.out::println);
  }

  private static final String HEAD =
      String.format(
          Locale.ROOT,
          "%9s %8s %8s %8s %8s %12s %12s %12s %8s",
          "stations",
          "trigger",
          "p50 s",
          "p95 s",
          "p99 s",
          "busy CPU s/h",
          "idle CPU s/h",
          "plain CPU s/h",
          "MiB");

  private String measure(int stations, Duration trigger) throws Exception {
    String topic = "stations_" + stations + "_" + trigger.toSeconds();
    try (StationsLoad load = StationsLoad.create(bootstrapServers, topic, stations)) {
      long end = load.sendAll();
      double plain = plain(topic, trigger, load);
      load.appended().clear();
      return stream(topic, trigger, load, end, stations, plain);
    }
  }

  private String stream(
      String topic, Duration trigger, StationsLoad load, long end, int stations, double plain)
      throws Exception {
    Path snapshots = folder.resolve(topic);
    try (JobProcess job = start(topic, trigger, stations)) {
      try (Freshness warm = new Freshness(snapshots, topic, load)) {
        job.await("reads all stations", () -> warm.readTo() >= end);
        load.change(WARM_UP);
        job.await("shows the first changes", () -> load.appended().isEmpty());
      }
      try (Freshness seen = new Freshness(snapshots, topic, load)) {
        double busy = perHour(job, () -> load.change(time));
        // Where a snapshot takes longer to write than its trigger, the last are shown much later.
        job.await("shows all changes", () -> load.appended().isEmpty());
        double idle = perHour(job, () -> Thread.sleep(time));
        return String.format(
            Locale.ROOT,
            "%,9d %8s %8.2f %8.2f %8.2f %12.0f %12.0f %12.0f %8d",
            stations,
            trigger,
            seen.percentile(0.5),
            seen.percentile(0.95),
            seen.percentile(0.99),
            busy,
            idle,
            plain,
            job.residentMiB());
      }
    }
  }

  private double plain(String topic, Duration trigger, StationsLoad load) throws Exception {
    String[] arguments = {
      bootstrapServers,
      topic,
      Long.toString(trigger.toMillis()),
      folder.resolve("plain-" + topic).toString()
    };
    try (JobProcess job =
        JobProcess.launch(
            folder,
            PlainAppend.class.getName(),
            System.getProperty("java.class.path"),
            List.of("-Xmx1g", "-XX:+UseSerialGC"),
            Map.of(),
            arguments)) {
      load.change(WARM_UP.plus(trigger));
      return perHour(job, () -> load.change(time));
    }
  }

  private JobProcess start(String topic, Duration trigger, int stations) throws IOException {
    Map<String, String> settings =
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers,
            "STATIONS_TOPIC", topic,
            "STREAM_TRIGGER", trigger.toString(),
            "SNAPSHOT_DIR", folder.resolve(topic).toString(),
            "CHECKPOINT_DIR", folder.resolve("checkpoint-" + topic).toString());
    return JobProcess.start(folder, stations > 50_000 ? "1g" : "208m", settings);
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  /** CPU seconds that the process would take in an hour of this. */
  private static double perHour(JobProcess job, Work work) throws InterruptedException {
    Duration before = job.cpu();
    long begun = System.nanoTime();
    work.run();
    double share = (job.cpu().toNanos() - before.toNanos()) / (double) (System.nanoTime() - begun);
    return share * 3_600;
  }
}
