package org.dockline.dashboard.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dockline.dashboard.history.ServedHistory;
import org.dockline.dashboard.history.StationHistory;
import org.dockline.dashboard.history.Step;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.dashboard.live.LiveStations;
import org.dockline.dashboard.text.Contracts;
import org.dockline.station.StationKey;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was so then. */
@RestController
public class HistoryController {

  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A reading may take megabytes and a connection to the warehouse. */
  private static final int AT_ONCE = 4;

  private final ServedHistory history;
  private final LiveStations live;
  private final Contracts contracts;
  private final Clock clock;
  private final Semaphore readings = new Semaphore(AT_ONCE);

  /** Serves these. */
  public HistoryController(
      ServedHistory history, LiveStations live, Contracts contracts, Clock clock) {
    this.history = history;
    this.live = live;
    this.contracts = contracts;
    this.clock = clock;
  }

  /** How much may be asked for at once. */
  static Duration longest(Step step) {
    return Duration.ofDays(
        switch (step) {
          case RAW, FIVE_MINUTES -> 7;
          case QUARTER_HOUR -> 31;
          case HOUR -> 92;
          case DAY -> 1_100;
        });
  }

  /** A station's history, joined. */
  @GetMapping("/api/v1/stations/{contract}/{id}/history")
  public void history(
      @PathVariable String contract,
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Question question = Question.of(request, "from", "to", "step");
    Form form = Form.of(request);
    StationRows.checkName(contract);
    StationRows.checkName(id);
    ZoneId zone = contracts.zone(contract);
    Step step = step(question);
    Instant now = clock.instant();
    Instant to = question.time("to", now, zone);
    Instant from = question.time("from", to.minus(Duration.ofDays(1)), zone);
    check(from, to, now, step);
    Instant end = step.ceiling(zone, to).isAfter(now) ? now : step.ceiling(zone, to);
    StationHistory read = read(new StationKey(contract, id), zone, from, end, step);
    String tag = Long.toHexString(HistoryRows.fingerprint(read, zone));
    Document.of(form, tag, told -> HistoryRows.tell(told, read, zone))
        .send(request, response, FRESH);
  }

  private static Step step(Question question) {
    String asked = question.find("step");
    Optional<Step> step = asked == null ? Optional.of(Step.HOUR) : Step.find(asked);
    return question.oneOf(
        "step", step.orElse(null), Arrays.stream(Step.values()).map(Step::text).toList());
  }

  private static void check(Instant from, Instant to, Instant now, Step step) {
    if (!from.isBefore(to) || !from.isBefore(now)) {
      throw ProblemException.misasked("'from' lies before 'to', and before now");
    }
    Duration longest = longest(step);
    if (Duration.between(from, to).compareTo(longest) > 0) {
      throw ProblemException.misasked(
          "at step "
              + step.text()
              + " at most "
              + longest.toDays()
              + " days are told at once; ask for less, or for a longer step");
    }
  }

  private StationHistory read(StationKey key, ZoneId zone, Instant from, Instant to, Step step) {
    boolean may = false;
    try {
      may = readings.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (!may) {
        throw ProblemException.later(503, "too many histories are being read", PATIENCE);
      }
      StationHistory read = history.ofStation(key, zone, from, to, step);
      if (!read.everSeen() && !isLive(key) && !read.partial()) {
        throw ProblemException.absent("there is no station " + key + ", and was none at that time");
      }
      return read;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ProblemException.later(503, "the dashboard is shutting down", PATIENCE);
    } finally {
      if (may) {
        readings.release();
      }
    }
  }

  private boolean isLive(StationKey key) {
    Optional<LiveSnapshot> snapshot = live.current();
    return snapshot.isPresent() && snapshot.get().find(key).isPresent();
  }
}
