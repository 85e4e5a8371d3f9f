package org.dockline.dashboard.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.dockline.station.StationKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Stations that change, told as they do. Each listener has a thread that costs next to nothing. */
@RestController
public class ChangesController {

  private static final int LISTENERS = 500;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final ChangeLog log;
  private final LiveDocuments live;
  private final AtomicInteger listeners = new AtomicInteger();

  /** Serves these. */
  public ChangesController(ChangeLog log, LiveDocuments live) {
    this.log = log;
    this.live = live;
  }

  /** Begins after {@code Last-Event-ID}, or after the parameter {@code after}, or now. */
  @GetMapping("/api/v1/changes")
  public SseEmitter changes(HttpServletRequest request, HttpServletResponse response) {
    Question question = Question.of(request, "contract", "after");
    String contract = question.find("contract");
    if (contract != null) {
      StationRows.of(live.moment(), contract);
    }
    String header = request.getHeader("Last-Event-ID");
    String after = header == null ? question.find("after") : header;
    @Nullable Long version =
        after == null ? Long.valueOf(now()) : ChangeLog.version(after).orElse(null);
    if (listeners.incrementAndGet() > LISTENERS) {
      listeners.decrementAndGet();
      throw ProblemException.later(
          503, LISTENERS + " listeners are all there can be", Duration.ofSeconds(30));
    }
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    SseEmitter emitter = new SseEmitter(0L);
    Predicate<StationKey> wanted = key -> contract == null || key.contract().equals(contract);
    Thread.ofVirtual().name("changes").start(() -> serve(emitter, version, wanted));
    return emitter;
  }

  private long now() {
    return live.moment().version();
  }

  private void serve(SseEmitter emitter, @Nullable Long after, Predicate<StationKey> wanted) {
    try {
      Long version = after;
      emitter.send(SseEmitter.event().reconnectTime(3_000).comment("begin"));
      while (true) {
        if (version != null && !log.await(version, HEARTBEAT.toMillis())) {
          emitter.send(SseEmitter.event().comment("still here"));
          continue;
        }
        ChangeLog.Event event = log.since(version, wanted);
        version = event.version();
        if (event.data() != null) {
          emitter.send(
              SseEmitter.event()
                  .id(event.id())
                  .name(event.name())
                  .data(event.data(), MediaType.TEXT_PLAIN));
        }
      }
    } catch (IOException | IllegalStateException e) {
      // The listener has left.
      emitter.complete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      emitter.complete();
    } finally {
      listeners.decrementAndGet();
    }
  }
}
