package org.dockline.batch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dockline.batch.BatchEtl;
import org.dockline.batch.testing.TestTopics;
import org.dockline.station.testing.BrokerProcess;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.jdbc.JdbcWarehouse;
import org.dockline.warehouse.jdbc.WarehouseLogin;

/**
 * One day out of a topic of one partition into the embedded warehouse: by Dockline with every rule,
 * by Spark's own JDBC writer without any, and by a plain program of one thread.
 */
public final class BatchBench {

  private static final List<String> FLAGS = List.of("-Xmx1g", "-XX:+UseParallelGC");
  private static final int SEND_AT_ONCE = 100_000;
  private static final int SAY_EVERY = 1_000_000;
  private static final String DOCKLINE = "Dockline: archive, every rule, hours";
  private static final String APPEND = "Spark's JDBC append, no rule";
  private static final String PLAIN = "plain consumer, no rule";

  private final Path folder;
  private final String bootstrapServers;
  private final List<String> table = new ArrayList<>();
  private final List<String> comparisons = new ArrayList<>();

  private BatchBench(Path folder, String bootstrapServers) {
    this.folder = folder;
    this.bootstrapServers = bootstrapServers;
  }

  /** Arguments: millions of records, one run for each; 7.2 when there is none. */
  public static void main(String[] args) throws Exception {
    List<String> sizes = args.length == 0 ? List.of("7.2") : List.of(args);
    Path folder = Files.createTempDirectory("dockline-bench");
    try (BrokerProcess broker = BrokerProcess.start(folder.resolve("broker"))) {
      BatchBench bench = new BatchBench(folder, broker.bootstrapServers());
      for (String size : sizes) {
        bench.measure(Math.round(Double.parseDouble(size) * 1e6));
      }
      System.out.println(Measured.HEAD);
      bench.table.forEach(System.out::println);
      bench.comparisons.forEach(System.out::println);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private interface Way {
    List<String> main(WarehouseLogin warehouse) throws Exception;
  }

  private void measure(long about) throws Exception {
    BenchDay day = BenchDay.ofRecords(about);
    try (TestTopics topics = TestTopics.create(bootstrapServers, "_" + day.stations(), 1)) {
      long records = pour(day, topics);
      String date = BenchDay.DAY.date().toString();
      Measured dockline = measure(records, DOCKLINE, topics, w -> dockline(date));
      Measured append = measure(records, APPEND, topics, w -> plain(SparkAppend.class, topics, w));
      Measured plain = measure(records, PLAIN, topics, w -> plain(PlainConsumer.class, topics, w));
      comparisons.add(dockline.beside(append));
      comparisons.add(dockline.beside(plain));
    }
  }

  private long pour(BenchDay day, TestTopics topics) {
    System.out.println("Pouring a day of " + day.stations() + " stations");
    long[] waiting = {0};
    long records =
        day.forEach(
            o -> {
              topics.sendLater(o);
              if (++waiting[0] % SEND_AT_ONCE == 0) {
                topics.flush();
              }
              if (waiting[0] % SAY_EVERY == 0) {
                System.out.printf("  %,d records%n", waiting[0]);
              }
            });
    topics.report(BenchDay.DAY.settledAt().plusSeconds(1));
    return records;
  }

  private Measured measure(long records, String what, TestTopics topics, Way way) throws Exception {
    System.out.println(what + ", " + records + " records");
    Path place = Files.createTempDirectory(folder, "run");
    try (BenchWarehouse warehouse = BenchWarehouse.start(place.resolve("warehouse"))) {
      List<String> main = way.main(warehouse.login());
      double before = warehouse.process().cpuSeconds();
      long start = System.nanoTime();
      Map<String, String> environment = environment(topics, warehouse, place);
      try (MeasuredProcess process =
          MeasuredProcess.start(FLAGS, environment, place.resolve("log"), main)) {
        process.await();
        double seconds = (System.nanoTime() - start) / 1e9;
        check(warehouse.login(), what);
        return tabled(records, what, seconds, process, warehouse, before);
      }
    }
  }

  private Measured tabled(
      long records,
      String what,
      double seconds,
      MeasuredProcess process,
      BenchWarehouse warehouse,
      double warehouseBefore)
      throws IOException {
    MeasuredProcess server = warehouse.process();
    Measured measured =
        new Measured(
            records,
            what,
            seconds,
            process.cpuSeconds(),
            server.cpuSeconds() - warehouseBefore,
            process.peakMib(),
            server.peakMib(),
            warehouse.fileMib());
    table.add(measured.row());
    System.out.println(measured.row());
    return measured;
  }

  private static void check(WarehouseLogin login, String what) {
    if (what.equals(DOCKLINE)) {
      try (Warehouse warehouse = JdbcWarehouse.open(login, Clock.systemUTC())) {
        warehouse.listRuns(1).forEach(System.out::println);
      }
    }
  }

  private static List<String> dockline(String date) {
    return List.of(BatchEtl.class.getName(), "load", "--day", date);
  }

  private List<String> plain(Class<?> main, TestTopics topics, WarehouseLogin warehouse)
      throws Exception {
    PlainTable.create(warehouse);
    return List.of(
        main.getName(),
        bootstrapServers,
        topics.address().stationsTopic(),
        warehouse.url(),
        warehouse.user(),
        warehouse.password().reveal());
  }

  private Map<String, String> environment(TestTopics topics, BenchWarehouse warehouse, Path place) {
    return Map.of(
        "KAFKA_BOOTSTRAP_SERVERS", bootstrapServers,
        "STATIONS_TOPIC", topics.address().stationsTopic(),
        "POLLS_TOPIC", topics.address().pollsTopic(),
        "REJECTED_TOPIC", topics.address().rejectedTopic(),
        "WAREHOUSE_URL", warehouse.login().url(),
        "WAREHOUSE_USER", warehouse.login().user(),
        "WAREHOUSE_PASSWORD", warehouse.login().password().reveal(),
        "SNAPSHOT_DIR", place.resolve("snapshots").toString(),
        "ARCHIVE_DIR", place.resolve("archive").toString());
  }
}
