package org.dockline.batch;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.launcher.JavaModuleOptions;
import org.dockline.batch.load.LoadEnding;
import org.dockline.batch.schedule.Job;
import org.dockline.batch.schedule.JobProcess;
import org.dockline.batch.schedule.ScheduleState;
import org.dockline.station.service.HealthServer;
import org.dockline.station.settings.Settings;
import org.dockline.warehouse.jdbc.WarehouseLogin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** The service: small, because each load is a process of its own. */
@Command(
    name = "schedule",
    description =
        "Loads everything that is due at once, then on the schedule, and archives each hour, until"
            + " it is told to end. The"
            + " schedule is kept in the warehouse: a time that was missed is made up for.",
    footerHeading = CommandTexts.SETTINGS,
    footer = ScheduleSettings.USAGE + BatchSettings.USAGE)
final class ScheduleCommand extends HelpfulCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduleCommand.class);

  private static final String ARCHIVE_HEAP = "192m";

  private final Settings settings;
  private final Clock clock;
  private final RunningJava java;

  /**
   * The Java that runs.
   *
   * @param program its {@code bin/java}
   * @param classPath what it finds classes on
   */
  record RunningJava(String program, String classPath) {}

  ScheduleCommand(Settings settings, Clock clock, RunningJava java) {
    this.settings = settings;
    this.clock = clock;
    this.java = java;
  }

  @Override
  public Integer call() throws InterruptedException {
    ScheduleSettings schedule = ScheduleSettings.of(settings);
    // The load reads these again; what is wrong is said at once, not at five in the morning.
    BatchSettings batch = BatchSettings.of(settings, 1);
    settings.check();
    LOG.info("Loading from {}, on {}", batch.summary(), schedule.timetable().cron());
    ScheduleState state = new ScheduleState();
    try (HealthServer health = health(schedule, state)) {
      LOG.info("Health on port {}", health.port());
      run(schedule, batch.warehouse(), state);
      return LoadEnding.DONE.exitCode();
    } catch (IOException e) {
      LOG.error("The schedule can't run: {}", e.getMessage());
      return LoadEnding.MISUSED.exitCode();
    }
  }

  private void run(ScheduleSettings schedule, WarehouseLogin warehouse, ScheduleState state)
      throws InterruptedException {
    JobProcess load = process("load", schedule.loadHeap());
    JobProcess archive = process("archive", ARCHIVE_HEAP);
    ScheduleService service =
        new ScheduleService(
            warehouse,
            List.of(
                new Job("load", schedule.timetable(), load, true),
                new Job("archive", schedule.archiveTimetable(), archive, false)),
            schedule.notices(),
            state,
            clock);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.stop();
                  load.stop();
                  archive.stop();
                  service.awaitEnd();
                },
                "end"));
    service.run();
  }

  private static HealthServer health(ScheduleSettings schedule, ScheduleState state)
      throws IOException {
    return HealthServer.start(schedule.health(), state::health, state::metrics);
  }

  private JobProcess process(String subcommand, String heap) {
    List<String> command = new ArrayList<>(List.of(java.program()));
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(
        List.of(
            "-Xmx" + heap,
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            BatchEtl.class.getName(),
            subcommand,
            "--child",
            "--summary"));
    return new JobProcess(subcommand, command, Map.of("CLASSPATH", java.classPath()));
  }
}
