package org.dockline.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.dockline.station.service.Health;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.PipelineFacts.TopicProgress;
import org.jspecify.annotations.Nullable;

/** How the stream is: up while its query runs, looks for records and gets its batches done. */
final class StreamHealth implements Supplier<Health> {

  private final Clock clock;
  private final Duration longestSilence;
  private String state = "starting";
  private boolean running;
  private Instant sign;
  private @Nullable PipelineFacts published;

  /**
   * Begins down.
   *
   * @param longestSilence without a sign for longer, the query hangs
   */
  StreamHealth(Clock clock, Duration longestSilence) {
    this.clock = clock;
    this.longestSilence = longestSilence;
    this.sign = clock.instant();
  }

  /** The query has begun. */
  synchronized void running() {
    state = "running";
    running = true;
    sign = clock.instant();
  }

  /** The query does not run, and why. */
  synchronized void down(String reason) {
    state = reason;
    running = false;
  }

  /** The query has looked for records. */
  synchronized void sign() {
    sign = clock.instant();
  }

  /** A snapshot was published. */
  synchronized void published(PipelineFacts facts) {
    published = facts;
    sign = clock.instant();
  }

  @Override
  public synchronized Health get() {
    Instant now = clock.instant();
    // A clock that was set back would hide a query that hangs.
    sign = now.isBefore(sign) ? now : sign;
    Duration silence = Duration.between(sign, now);
    boolean hangs = running && silence.compareTo(longestSilence) > 0;
    Map<String, String> details = new LinkedHashMap<>();
    details.put("state", hangs ? "no sign of the query for " + silence.toSeconds() + " s" : state);
    PipelineFacts facts = published;
    if (facts != null) {
      details.put("publication", Long.toString(facts.batchId()));
      details.put("published", facts.asOf().toString());
      details.put("snapshot_age_seconds", Long.toString(age(facts).toSeconds()));
      details.put("lag", Long.toString(lag(facts)));
      details.put("catching_up", Boolean.toString(facts.catchingUp()));
    }
    return new Health(running && !hangs, details);
  }

  /** The same for Prometheus. */
  synchronized String metrics() {
    StringBuilder text = new StringBuilder();
    gauge(text, "up", "the query runs", running ? 1 : 0);
    PipelineFacts facts = published;
    if (facts != null) {
      gauge(text, "lag_records", "records that are not read yet", lag(facts));
      gauge(text, "snapshot_age_seconds", "age of the snapshot", age(facts).toSeconds());
      gauge(text, "catching_up", "a backlog is worked off", facts.catchingUp() ? 1 : 0);
      gauge(text, "rejected_total", "things in quarantine", facts.rejectedTotal());
      gauge(text, "undecodable_total", "records that can't be read", facts.undecodable());
    }
    return text.toString();
  }

  private static void gauge(StringBuilder text, String name, String help, long value) {
    String metric = "dockline_stream_" + name;
    text.append("# HELP ").append(metric).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(metric).append(" gauge\n");
    text.append(metric).append(' ').append(value).append('\n');
  }

  private Duration age(PipelineFacts facts) {
    Duration age = Duration.between(facts.asOf(), clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private static long lag(PipelineFacts facts) {
    return facts.topics().stream().mapToLong(StreamHealth::lag).sum();
  }

  private static long lag(TopicProgress topic) {
    return topic.end() - topic.readTo();
  }
}
