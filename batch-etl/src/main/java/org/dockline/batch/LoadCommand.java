package org.dockline.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dockline.batch.files.LoadedThroughFile;
import org.dockline.batch.kafka.KafkaDaySource;
import org.dockline.batch.load.DayLoad;
import org.dockline.batch.load.LoadEnding;
import org.dockline.batch.load.LoadParts;
import org.dockline.batch.load.LoadRequest;
import org.dockline.batch.load.LoadResult;
import org.dockline.batch.load.LogUnavailableException;
import org.dockline.batch.schedule.JobSummary;
import org.dockline.batch.sql.JdbcStaging;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.settings.Settings;
import org.dockline.warehouse.LoadRun;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;
import org.dockline.warehouse.jdbc.JdbcWarehouse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One load, now. */
@Command(
    name = "load",
    description = "Loads contract-days into the warehouse now; without a day, all that are due.",
    footerHeading = "%nSettings (environment):%n",
    footer = BatchSettings.USAGE,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything asked for is loaded, or nothing was due",
      "1:a day could not be loaded; another try may do better",
      "2:wrong arguments or settings",
      "3:Kafka, a topic or the warehouse can't be used; another try may do better",
      "4:what can be loaded is; something can't be as things are (see the log)"
    })
final class LoadCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(LoadCommand.class);

  private static final int RUNS_LOOKED_AT = 200;

  private final Settings settings;
  private final Clock clock;
  private final int cores;
  private final Runnable endProcess;

  @Option(names = "--day", paramLabel = "D", description = "One local day, for example 2026-03-29")
  private @Nullable LocalDate day;

  @Option(names = "--from", paramLabel = "D", description = "The first of several days")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "D", description = "The last of several days")
  private @Nullable LocalDate to;

  @Option(names = "--contract", paramLabel = "C", description = "One contract only")
  private @Nullable String contract;

  @Option(names = "--child", hidden = true)
  private boolean child;

  @Option(names = "--summary", hidden = true)
  private @Nullable Path summary;

  @Option(names = "--help", usageHelp = true, description = "Prints this")
  @SuppressWarnings("UnusedVariable") // picocli looks at the option itself
  private boolean help;

  @Spec private @Nullable CommandSpec spec;

  LoadCommand(Settings settings, Clock clock, int cores, Runnable endProcess) {
    this.settings = settings;
    this.clock = clock;
    this.cores = cores;
    this.endProcess = endProcess;
  }

  @Override
  public Integer call() {
    endWithParent();
    LoadRequest request = request();
    BatchSettings batch = BatchSettings.of(settings, cores);
    settings.check();
    LOG.info("Loading from {}", batch.summary());
    Instant begin = clock.instant();
    try (Warehouse warehouse = JdbcWarehouse.open(batch.warehouse(), clock)) {
      LoadResult result = load(batch, warehouse, request);
      writeSummary(result.loaded(), problems(warehouse, begin));
      LOG.info("{}", result);
      return LoadEnding.of(result).exitCode();
    } catch (LogUnavailableException | WarehouseException e) {
      LOG.debug("The load could not be done", e);
      LOG.error(e.getMessage());
      writeSummary(0, List.of(String.valueOf(e.getMessage())));
      return LoadEnding.UNAVAILABLE.exitCode();
    }
  }

  private LoadResult load(BatchSettings batch, Warehouse warehouse, LoadRequest request) {
    try (LazySession spark = new LazySession(batch.sparkMaster())) {
      LoadParts parts =
          new LoadParts(
              new KafkaDaySource(batch.kafka(), batch.catalogue(), clock),
              warehouse,
              new JdbcStaging(batch.warehouse()),
              spark,
              new LoadedThroughFile(batch.snapshots().open()),
              "load-" + clock.instant() + "-" + ProcessHandle.current().pid(),
              batch.sizes(),
              clock);
      return new DayLoad(parts, batch.catalogue()).run(request);
    }
  }

  /** A load whose schedule is gone would meet the load of the next one. */
  private void endWithParent() {
    if (child) {
      ProcessHandle.current()
          .parent()
          .map(parent -> parent.onExit().thenRun(endProcess))
          .ifPresent(end -> LOG.debug("Ends with process {}", ProcessHandle.current().parent()));
    }
  }

  private LoadRequest request() {
    LocalDate first = day == null ? from : day;
    LocalDate last = day == null ? to : day;
    if (day != null && (from != null || to != null)) {
      throw misused("--day goes without --from and --to");
    }
    if ((first == null) != (last == null)) {
      throw misused("--from and --to go together");
    }
    if (first != null && last != null && last.isBefore(first)) {
      throw misused("--to is before --from");
    }
    return new LoadRequest(
        first == null || last == null ? null : new LoadRequest.Dates(first, last),
        contract == null ? null : ContractCatalogue.canonicalName(contract));
  }

  private ParameterException misused(String why) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
  }

  /** Of the days that this load could not load. */
  private static List<String> problems(Warehouse warehouse, Instant begin) {
    return warehouse.listRuns(RUNS_LOOKED_AT).stream()
        .filter(run -> run.status() == LoadRun.Status.FAILED && !run.startedAt().isBefore(begin))
        .map(run -> run.contract() + " " + run.date() + ": " + run.error())
        .toList();
  }

  private void writeSummary(int loaded, Collection<String> problems) {
    if (summary != null) {
      try {
        JobSummary.of(loaded, null, problems).write(summary);
      } catch (IOException e) {
        throw new UncheckedIOException(summary + " can't be written", e);
      }
    }
  }
}
