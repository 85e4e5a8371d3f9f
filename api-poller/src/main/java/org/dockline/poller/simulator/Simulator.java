package org.dockline.poller.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.dockline.poller.simulator.fault.Fault;
import org.dockline.poller.simulator.fault.FaultKind;
import org.dockline.poller.simulator.fault.Faults;
import org.dockline.poller.simulator.http.SimulatorServer;
import org.dockline.station.service.ServiceCommand;
import org.dockline.station.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service: a server that answers as JCDecaux (v1 and v3) and GBFS (2.3 and 3.0) do. */
public final class Simulator {

  private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);

  private static final String USAGE =
      """
      Answers as the providers do, with a network of bikes of its own making:
        /vls/v1/… and /vls/v3/stations?apiKey=any[&contract=NAME], /vls/v3/contracts?apiKey=any
        /gbfs/CONTRACT/v2/gbfs.json and /gbfs/CONTRACT/v3/gbfs.json
        /health
      and from this machine only:
        POST /control/move?contract=NAME&from=ID&to=ID&bikes=N
        POST /control/fault?name=FAULT[&feed=F][&contract=NAME][&every=N][&value=VALUE]
        DELETE /control/fault[?name=FAULT] heals, GET /control/fault lists
        POST /control/clock?shift=-P30D sets the clock of every answer back, for example to a DST change

      A FAULT concerns the feed v1, v3, gbfs-2 or gbfs-3 (all), a contract (all), and each Nth
      station (1). How an answer with all contracts is sent can only go wrong as a whole.
      """
          + FaultKind.help()
          + """

      Settings (environment):
        SIMULATOR_PORT      where it listens (8089)
        SIMULATOR_ADDRESS   on which address of this machine (127.0.0.1)
        SIMULATOR_FAULTS    faults from the beginning, by comma: slow:feed=v3:value=3,duplicate:every=9
        SIMULATOR_CLOCK_SHIFT  how far the clock is set back, also the poller's (PT0S)
      """
          + SimulatorSettings.USAGE;

  private Simulator() {}

  /** Runs until it is told to stop. */
  public static void main(String[] args) {
    int exitCode =
        new ServiceCommand(USAGE, "The simulator can't listen", Simulator::run)
            .run(args, Settings.of(System.getenv()), System.out, System.err);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  private static void run(Settings settings) throws IOException, InterruptedException {
    int port = settings.number("SIMULATOR_PORT", 8089, 0, 65_535);
    String address = settings.text("SIMULATOR_ADDRESS", "127.0.0.1");
    SimulatorSettings simulated = SimulatorSettings.of(settings);
    Clock clock = Clock.offset(Clock.systemUTC(), ClockShift.of(settings));
    Faults faults = faults(settings, clock);
    settings.check();
    serve(new InetSocketAddress(address, port), simulated, clock, faults);
  }

  private static Faults faults(Settings settings, Clock clock) {
    Faults faults = new Faults();
    for (String fault : settings.list("SIMULATOR_FAULTS")) {
      try {
        faults.add(Fault.parse(fault), clock.instant());
      } catch (IllegalArgumentException | ArithmeticException e) {
        settings.problem("SIMULATOR_FAULTS holds '" + fault + "': " + e.getMessage());
      }
    }
    return faults;
  }

  private static void serve(
      InetSocketAddress address, SimulatorSettings simulated, Clock clock, Faults faults)
      throws IOException, InterruptedException {
    SimulatorServer server = SimulatorServer.start(address, simulated.world(), clock, faults);
    faults.list().forEach(fault -> LOG.warn("goes wrong from the beginning: {}", fault));
    LOG.info(
        "listening on port {} with {} stations, seed {}",
        server.port(),
        simulated.stations(),
        simulated.seed());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      server.close();
                      LOG.info("stopped");
                      stopped.countDown();
                    }));
    stopped.await();
  }
}
