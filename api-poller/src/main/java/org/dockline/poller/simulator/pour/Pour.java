package org.dockline.poller.simulator.pour;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.dockline.poller.polling.BulkPublisher;
import org.dockline.poller.polling.ChangeDetector;
import org.dockline.poller.polling.DeferredPublisher;
import org.dockline.poller.polling.NotDeliveredException;
import org.dockline.poller.polling.PollCycle;
import org.dockline.poller.polling.PollOutcome;
import org.dockline.poller.polling.SendPolicy;
import org.dockline.poller.simulator.world.World;
import org.dockline.station.PollReport;

/**
 * Polls the simulated past, poll by poll, through the same cycle as the live poller. A pour that
 * was killed and runs again from where its reports end repeats some observations under their old
 * identity and leaves none out.
 */
public final class Pour {

  private final World world;
  private final BulkPublisher bulk;
  private final InstantSource clock;
  private final Consumer<String> progress;

  /**
   * Polls nothing yet.
   *
   * @param clock says until when; the pour ends at its present
   * @param progress told now and then how far it is
   */
  public Pour(World world, BulkPublisher bulk, InstantSource clock, Consumer<String> progress) {
    this.world = world;
    this.bulk = bulk;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Pours.
   *
   * @return how many observations were delivered
   * @throws IOException when the topics did not take everything; running it again goes on
   */
  public long run(PourSpan span) throws IOException {
    DeferredPublisher publisher = new DeferredPublisher(bulk);
    PollCycle cycle =
        new PollCycle(
            new SimulatedFeed(world, span.starts()),
            new ChangeDetector(SendPolicy.CHANGED),
            publisher);
    PourProgress line = new PourProgress(clock.instant(), stationPolls(span, clock.instant()));
    Instant poll = span.from();
    for (; !poll.isAfter(clock.instant()); poll = poll.plus(PourSpan.INTERVAL)) {
      PollOutcome outcome = cycle.poll(poll);
      if (outcome.undelivered() != null) {
        throw new IOException(outcome.undelivered());
      }
      line.polled(stations(outcome), outcome.sent(), clock.instant()).ifPresent(progress);
    }
    flush(publisher);
    progress.accept(line.text(clock.instant()));
    return line.records();
  }

  private long stationPolls(PourSpan span, Instant now) {
    return world.all().stream().mapToLong(s -> span.pollsUntil(now, s.facts().contract())).sum();
  }

  private static int stations(PollOutcome outcome) {
    PollReport report = outcome.report();
    return report == null ? 0 : report.stations();
  }

  private static void flush(DeferredPublisher publisher) throws IOException {
    try {
      publisher.flush();
    } catch (NotDeliveredException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
