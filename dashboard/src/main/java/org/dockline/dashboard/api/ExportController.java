package org.dockline.dashboard.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.dockline.dashboard.files.ParquetTable;
import org.dockline.dashboard.files.ParquetTable.Column;
import org.dockline.dashboard.history.ContractReport;
import org.dockline.dashboard.history.ServedInsights;
import org.dockline.dashboard.live.Counted;
import org.dockline.dashboard.live.LiveStations;
import org.dockline.dashboard.text.Contracts;
import org.dockline.station.ContractCatalogue;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a contract's page shows, as files. */
@RestController
public class ExportController {

  private static final int DAYS = 7;
  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ServedInsights insights;
  private final LiveStations live;
  private final Contracts contracts;
  private final Clock clock;
  private final Semaphore makings = new Semaphore(AT_ONCE);

  /** Serves these. */
  public ExportController(
      ServedInsights insights, LiveStations live, Contracts contracts, Clock clock) {
    this.insights = insights;
    this.live = live;
    this.contracts = contracts;
    this.clock = clock;
  }

  /** One table; of seven local days until {@code until}, which is today when it is not given. */
  @GetMapping("/export/{contract}/{table}.{form}")
  public void export(
      @PathVariable String contract,
      @PathVariable String table,
      @PathVariable String form,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ExportTable asked =
        ExportTable.find(table)
            .orElseThrow(() -> ProblemException.absent("there is no table '" + table + "'"));
    if (!form.equals("csv") && !form.equals("parquet")) {
      throw ProblemException.absent("tables are csv or parquet, not '" + form + "'");
    }
    String name = ContractCatalogue.canonicalName(contract);
    StationRows.checkName(name);
    ZoneId zone = contracts.zone(name);
    Question question = Question.of(request, "until");
    Instant now = clock.instant();
    LocalDate last = question.time("until", now, zone).atZone(zone).toLocalDate();
    ContractReport report = read(name, zone, last, now);
    byte[] bytes = bytes(form, asked.columns(), asked.rows(name, report, zone));
    String kind = form.equals("csv") ? "text/csv;charset=UTF-8" : "application/vnd.apache.parquet";
    response.setContentType(kind);
    response.setContentLength(bytes.length);
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("X-Dockline-State", report.joined().state());
    response.setHeader(
        "Content-Disposition",
        ContentDisposition.attachment()
            .filename(name + "-" + asked.text() + "-" + last + "." + form)
            .build()
            .toString());
    response.getOutputStream().write(bytes);
  }

  private ContractReport read(String contract, ZoneId zone, LocalDate last, Instant now) {
    if (!makings.tryAcquire()) {
      throw ProblemException.later(503, "too many tables are being made", PATIENCE);
    }
    try {
      Instant from = last.minusDays(DAYS - 1L).atStartOfDay(zone).toInstant();
      Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
      Instant to = end.isBefore(now) ? end : now;
      if (!from.isBefore(to)) {
        throw ProblemException.misasked("'until' lies ahead: " + last);
      }
      return insights.ofContract(contract, zone, from, to, Counted.in(live.current()));
    } finally {
      makings.release();
    }
  }

  private static byte[] bytes(String form, List<Column> columns, List<List<@Nullable Object>> rows)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (form.equals("parquet")) {
      ParquetTable.write(columns, rows, out);
    } else {
      writeCsv(columns, rows, out);
    }
    return out.toByteArray();
  }

  private static void writeCsv(
      List<Column> columns, List<List<@Nullable Object>> rows, OutputStream out) {
    try (Told told = new Csv(out)) {
      told.rows("rows", columns.stream().map(Column::name).toList());
      rows.forEach(row -> told.row(row.toArray()));
      told.endRows();
    }
  }
}
