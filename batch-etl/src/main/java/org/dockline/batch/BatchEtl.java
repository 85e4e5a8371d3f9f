package org.dockline.batch;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.dockline.batch.load.LoadEnding;
import org.dockline.station.settings.InvalidSettingsException;
import org.dockline.station.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The batch chain: complete contract-days from the log into the warehouse. */
@Command(
    name = "batch-etl",
    description =
        "Keeps every record of the topics, and loads complete contract-days; without a command,"
            + " schedule.")
public final class BatchEtl extends HelpfulCommand {

  private static final Logger LOG = LoggerFactory.getLogger(BatchEtl.class);

  /** Wide enough for the lines of settings, which are not to be broken. */
  private static final int HELP_WIDTH = 120;

  private BatchEtl() {}

  /** Runs a command; see {@code --help}. */
  public static void main(String[] args) {
    String[] orSchedule = args.length == 0 ? new String[] {"schedule"} : args;
    System.exit(commandLine().execute(orSchedule));
  }

  private static CommandLine commandLine() {
    Settings settings = Settings.of(System.getenv());
    Clock clock = Clock.systemUTC();
    int cores = Runtime.getRuntime().availableProcessors();
    Runnable endProcess = () -> System.exit(LoadEnding.FAILED.exitCode());
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new CommandLine(new BatchEtl())
        .addSubcommand(
            new ScheduleCommand(
                settings,
                clock,
                new ScheduleCommand.RunningJava(java, System.getProperty("java.class.path"))))
        .addSubcommand(new LoadCommand(settings, clock, cores, endProcess))
        .addSubcommand(new ArchiveCommand(settings, clock, cores, endProcess))
        .addSubcommand(new RebuildCommand(settings, clock, cores))
        .addSubcommand(new VerifyCommand(settings, clock, cores, System.out))
        .setUsageHelpWidth(HELP_WIDTH)
        .setExecutionExceptionHandler((e, command, parsed) -> explain(e));
  }

  private static int explain(Exception e) {
    if (e instanceof InvalidSettingsException) {
      LOG.error(e.getMessage());
      return LoadEnding.MISUSED.exitCode();
    }
    if (e instanceof UncheckedIOException unusable) {
      LOG.error("{}: {}", e.getMessage(), String.valueOf(unusable.getCause()));
      return LoadEnding.UNAVAILABLE.exitCode();
    }
    LOG.error("Unexpected", e);
    return LoadEnding.FAILED.exitCode();
  }
}
