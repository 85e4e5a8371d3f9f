package org.dockline.batch;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dockline.batch.archive.ArchiveDaySource;
import org.dockline.batch.load.LoadEnding;
import org.dockline.batch.load.LoadRequest;
import org.dockline.batch.load.LoadResult;
import org.dockline.batch.load.LogUnavailableException;
import org.dockline.batch.log.LogTopic;
import org.dockline.batch.survey.OffsetRange;
import org.dockline.station.settings.Settings;
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

/** The warehouse again, from the archive alone. */
@Command(
    name = "rebuild",
    description =
        "Loads contract-days from the archive alone, whether they are loaded or not; without a day,"
            + " all that are complete. Kafka is not asked. Each day is replaced at once, so the"
            + " warehouse can be used meanwhile.",
    footerHeading = CommandTexts.SETTINGS,
    footer = BatchSettings.USAGE,
    exitCodeListHeading = CommandTexts.EXIT_CODES,
    exitCodeList = {
      "0:everything asked for is loaded",
      CommandTexts.FAILED,
      CommandTexts.MISUSED,
      "3:the archive or the warehouse can't be used",
      CommandTexts.INCOMPLETE
    })
final class RebuildCommand extends HelpfulCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RebuildCommand.class);

  private final Settings settings;
  private final Clock clock;
  private final int cores;

  @Mixin private final DayOptions days = new DayOptions();

  @Spec private @Nullable CommandSpec spec;

  RebuildCommand(Settings settings, Clock clock, int cores) {
    this.settings = settings;
    this.clock = clock;
    this.cores = cores;
  }

  @Override
  public Integer call() {
    LoadRequest request = days.request(Objects.requireNonNull(spec).commandLine(), true);
    BatchSettings batch = BatchSettings.of(settings, cores);
    settings.check();
    try (Warehouse warehouse = JdbcWarehouse.open(batch.warehouse(), clock)) {
      tell(batch);
      LoadResult result = new LoadSession(batch, warehouse, clock).loadFromArchive(request);
      LOG.info("{}", result);
      return LoadEnding.of(result).exitCode();
    } catch (LogUnavailableException | WarehouseException e) {
      LOG.debug("The rebuild could not be done", e);
      LOG.error(e.getMessage());
      return LoadEnding.UNAVAILABLE.exitCode();
    }
  }

  private static void tell(BatchSettings batch) {
    ArchiveDaySource archive = new ArchiveDaySource(batch.archiveFolder(), batch.topics());
    Map<Integer, OffsetRange> held = archive.held(LogTopic.STATIONS);
    if (held.isEmpty()) {
      throw new LogUnavailableException(
          "The archive %s holds nothing of %s: batch-etl archive fills it, and so does each load; or choose another place by ARCHIVE_DIR"
              .formatted(batch.archiveFolder(), batch.topics().stations()));
    }
    LOG.info(
        "Rebuilding {} from {} records in {}",
        batch.warehouse().url(),
        held.values().stream().mapToLong(OffsetRange::size).sum(),
        batch.archiveFolder());
  }
}
