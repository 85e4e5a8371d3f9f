package org.dockline.station.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dockline.station.Attribution;
import org.dockline.station.Contract;
import org.dockline.station.PollReport;
import org.dockline.station.Source;
import org.jspecify.annotations.Nullable;

/**
 * Builds reports for tests, with a default for everything: one simulated call to JCDecaux v3 for
 * all contracts, answered with 200 in 80 ms by one station, which was sent.
 */
public final class PollReportBuilder {

  private final Instant startedAt;
  private Source source = Source.JCDECAUX_V3;
  private String contract = PollReport.ALL;
  private Duration latency = Duration.ofMillis(80);
  private @Nullable Integer httpStatus = 200;
  private long bytes = 1_000;
  private int stations = 1;
  private int sent = 1;
  private int rejected;
  private @Nullable String error;
  private boolean notModified;
  private boolean simulated = true;
  private @Nullable Source standsInFor;
  private List<Contract> contracts = List.of();
  private @Nullable Attribution attribution;

  private PollReportBuilder(Instant startedAt) {
    this.startedAt = startedAt;
  }

  /** Started at that moment. */
  public static PollReportBuilder startedAt(Instant startedAt) {
    return new PollReportBuilder(startedAt);
  }

  /** Another feed. */
  public PollReportBuilder of(Source newSource, String newContract) {
    source = newSource;
    contract = newContract;
    return this;
  }

  /** The answer came after so many milliseconds. */
  public PollReportBuilder latencyMillis(long millis) {
    latency = Duration.ofMillis(millis);
    return this;
  }

  /** Of that size. */
  public PollReportBuilder bytes(long size) {
    bytes = size;
    return this;
  }

  /** What became of the stations in the answer. */
  public PollReportBuilder stations(int understood, int sentOn, int refused) {
    stations = understood;
    sent = sentOn;
    rejected = refused;
    return this;
  }

  /** It failed; null: it did not. */
  public PollReportBuilder error(@Nullable String why, @Nullable Integer status) {
    error = why;
    httpStatus = status;
    return this;
  }

  /** The provider said that nothing changed. */
  public PollReportBuilder notModified() {
    notModified = true;
    return this;
  }

  /** Of a real provider. */
  public PollReportBuilder real() {
    simulated = false;
    return this;
  }

  /** In the place of another source. */
  public PollReportBuilder standsInFor(@Nullable Source other) {
    standsInFor = other;
    return this;
  }

  /** With what was found out. */
  public PollReportBuilder contracts(List<Contract> found) {
    contracts = found;
    return this;
  }

  /** With whom to name. */
  public PollReportBuilder attribution(@Nullable Attribution asked) {
    attribution = asked;
    return this;
  }

  /** The report. */
  public PollReport build() {
    return new PollReport(
        source,
        contract,
        startedAt,
        latency,
        httpStatus,
        bytes,
        stations,
        sent,
        rejected,
        error,
        notModified,
        simulated,
        standsInFor,
        contracts,
        attribution);
  }
}
