package org.dockline.batch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dockline.batch.load.LoadEnding;
import org.dockline.batch.load.LoadRequest;
import org.dockline.batch.load.LoadResult;
import org.dockline.batch.load.LogUnavailableException;
import org.dockline.station.settings.Settings;
import org.dockline.warehouse.LoadRun;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;
import org.dockline.warehouse.jdbc.JdbcWarehouse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One load, now. */
@Command(
    name = "load",
    description = "Loads contract-days into the warehouse now; without a day, all that are due.",
    footerHeading = CommandTexts.SETTINGS,
    footer = BatchSettings.USAGE,
    exitCodeListHeading = CommandTexts.EXIT_CODES,
    exitCodeList = {
      "0:everything asked for is loaded, or nothing was due",
      CommandTexts.FAILED,
      CommandTexts.MISUSED,
      "3:Kafka, a topic, the archive or the warehouse can't be used; another try may do better",
      CommandTexts.INCOMPLETE
    })
final class LoadCommand extends HelpfulCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(LoadCommand.class);

  private static final int RUNS_LOOKED_AT = 200;

  private final Settings settings;
  private final Clock clock;
  private final int cores;

  @Mixin private final DayOptions days = new DayOptions();
  @Mixin private final ChildOption child;

  @Mixin private final SummaryOption summary = new SummaryOption();

  @Spec private @Nullable CommandSpec spec;

  LoadCommand(Settings settings, Clock clock, int cores, Runnable endProcess) {
    this.settings = settings;
    this.clock = clock;
    this.cores = cores;
    this.child = new ChildOption(endProcess);
  }

  @Override
  public Integer call() {
    child.endWithParent();
    LoadRequest request = days.request(Objects.requireNonNull(spec).commandLine(), false);
    BatchSettings batch = BatchSettings.of(settings, cores);
    settings.check();
    LOG.info("Loading from {}", batch.summary());
    Instant begin = clock.instant();
    try (Warehouse warehouse = JdbcWarehouse.open(batch.warehouse(), clock)) {
      ArchiveStep archive = new ArchiveStep(batch, cores, clock);
      LoadEnding archived = archive.run();
      LoadResult result = new LoadSession(batch, warehouse, clock).loadFromAll(request);
      List<LoadRun> runs = runs(warehouse, begin);
      summary.write(result.loaded(), hoursDiffering(runs), problems(runs, archive));
      LOG.info("{}", result);
      return LoadEnding.of(result).and(archived).exitCode();
    } catch (LogUnavailableException | WarehouseException e) {
      LOG.debug("The load could not be done", e);
      LOG.error(e.getMessage());
      summary.write(0, List.of(String.valueOf(e.getMessage())));
      return LoadEnding.UNAVAILABLE.exitCode();
    }
  }

  private static List<LoadRun> runs(Warehouse warehouse, Instant begin) {
    return warehouse.listRuns(RUNS_LOOKED_AT).stream()
        .filter(run -> !run.finishedAt().isBefore(begin))
        .toList();
  }

  /** Null when no day was compared. */
  private static @Nullable Long hoursDiffering(List<LoadRun> runs) {
    return runs.stream()
        .map(LoadRun::hoursDiffering)
        .filter(Objects::nonNull)
        .reduce(Long::sum)
        .orElse(null);
  }

  /** Of the archive, and of the days that this load could not load. */
  private static List<String> problems(List<LoadRun> runs, ArchiveStep archive) {
    Stream<String> ofDays =
        runs.stream()
            .filter(run -> run.status() == LoadRun.Status.FAILED)
            .map(run -> run.contract() + " " + run.date() + ": " + run.error());
    return Stream.concat(archive.problems().stream(), ofDays).toList();
  }
}
