package org.dockline.batch;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dockline.batch.archive.ArchiveDaySource;
import org.dockline.batch.kafka.KafkaDaySource;
import org.dockline.batch.load.LoadEnding;
import org.dockline.batch.load.LoadRequest;
import org.dockline.batch.load.LogUnavailableException;
import org.dockline.batch.verify.VerifiedPlaces;
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

/** Whether all places hold the same. */
@Command(
    name = "verify",
    description =
        "Compares topic, archive, recent files and warehouse by counts and checksums, a line for"
            + " each contract-day; without a day, all there are. What Kafka has forgotten, what the"
            + " speed chain has dropped and what is not loaded yet is not held, and not lost."
            + " Nothing is changed.",
    footerHeading = CommandTexts.SETTINGS,
    footer = BatchSettings.USAGE,
    exitCodeListHeading = CommandTexts.EXIT_CODES,
    exitCodeList = {
      "0:nothing is lost, double or different",
      CommandTexts.MISUSED,
      "3:Kafka, a topic, the archive, the snapshots or the warehouse can't be read",
      "4:something is lost, double or different: see the lines that begin with !"
    })
final class VerifyCommand extends HelpfulCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(VerifyCommand.class);

  private final Settings settings;
  private final Clock clock;
  private final int cores;
  private final PrintStream out;

  @Mixin private final DayOptions days = new DayOptions();

  @Spec private @Nullable CommandSpec spec;

  /**
   * A command.
   *
   * @param out for the table
   */
  VerifyCommand(Settings settings, Clock clock, int cores, PrintStream out) {
    this.settings = settings;
    this.clock = clock;
    this.cores = cores;
    this.out = out;
  }

  @Override
  public Integer call() {
    LoadRequest request = days.request(Objects.requireNonNull(spec).commandLine(), true);
    BatchSettings batch = BatchSettings.of(settings, cores);
    settings.check();
    try (Warehouse warehouse = JdbcWarehouse.open(batch.warehouse(), clock)) {
      VerifiedPlaces places =
          new VerifiedPlaces(
              new ArchiveDaySource(batch.archiveFolder(), batch.topics()),
              new KafkaDaySource(batch.kafka()),
              batch.kafka().stationsTopic(),
              batch.snapshots().open(),
              warehouse,
              batch.observationDays());
      long wrong = places.verify(request, batch.catalogue(), clock, out);
      return (wrong == 0 ? LoadEnding.DONE : LoadEnding.INCOMPLETE).exitCode();
    } catch (LogUnavailableException | WarehouseException e) {
      LOG.debug("Verifying could not be done", e);
      LOG.error(e.getMessage());
      return LoadEnding.UNAVAILABLE.exitCode();
    }
  }
}
