package org.dockline.dashboard.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.dockline.warehouse.AnalystViews;
import org.dockline.warehouse.AnalystViews.Column;
import org.dockline.warehouse.AnalystViews.Filter;
import org.dockline.warehouse.AnalystViews.Operator;
import org.dockline.warehouse.AnalystViews.View;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The views for analysts: filtered by column, a page at a time, as the rows come. */
@RestController
public class StatsController {

  static final int PAGE = 10_000;

  private static final int DEFAULT_PAGE = 1_000;
  private static final int FARTHEST = 10_000_000;
  private static final int AT_ONCE = 2;
  private static final int BUFFER = 64 << 10;
  private static final String FROM = ".from";
  private static final String BEFORE = ".before";

  private final ObjectProvider<AnalystViews> views;
  private final Semaphore readings = new Semaphore(AT_ONCE);

  /** Serves these; none where no warehouse is configured. */
  public StatsController(ObjectProvider<AnalystViews> views) {
    this.views = views;
  }

  /** Rows of a view. */
  @GetMapping("/api/v1/stats/{name}")
  public void rows(
      @PathVariable String name, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AnalystViews open = views.getIfAvailable();
    if (open == null) {
      throw ProblemException.of(503, "no warehouse is configured");
    }
    Form form = Form.of(request);
    if (!readings.tryAcquire()) {
      throw ProblemException.later(503, "too many views are being read", Duration.ofSeconds(5));
    }
    try {
      View view =
          open.find(name)
              .orElseThrow(
                  () ->
                      ProblemException.absent(
                          "there is no view '" + name + "'; there are: " + open.names()));
      tell(open, query(view, request), form, response);
    } finally {
      readings.release();
    }
  }

  private static AnalystViews.Query query(View view, HttpServletRequest request) {
    List<String> allowed = new ArrayList<>(List.of("limit", "offset"));
    for (Column column : view.columns()) {
      allowed.addAll(List.of(column.name(), column.name() + FROM, column.name() + BEFORE));
    }
    Question question = Question.of(request, allowed);
    List<Filter> filters = new ArrayList<>();
    for (Column column : view.columns()) {
      add(filters, column, Operator.EQUAL, question.find(column.name()));
      add(filters, column, Operator.FROM, question.find(column.name() + FROM));
      add(filters, column, Operator.BEFORE, question.find(column.name() + BEFORE));
    }
    return new AnalystViews.Query(
        view,
        filters,
        question.number("offset", 0, 0, FARTHEST),
        question.number("limit", DEFAULT_PAGE, 1, PAGE));
  }

  private static void add(
      List<Filter> filters, Column column, Operator operator, @Nullable String text) {
    if (text != null) {
      filters.add(new Filter(column, operator, value(column, text)));
    }
  }

  private static Object value(Column column, String text) {
    try {
      return switch (column.type()) {
        case TEXT -> text;
        case INTEGER -> Long.valueOf(text);
        case REAL -> Double.valueOf(text);
        case FLAG -> Boolean.valueOf(text);
        case TIME -> Instant.parse(text);
        case LOCAL_TIME -> LocalDateTime.parse(text);
        case DATE -> LocalDate.parse(text);
      };
    } catch (NumberFormatException | DateTimeException e) {
      throw ProblemException.misasked(
          "'"
              + column.name()
              + "' is "
              + column.type().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + ", which "
              + text
              + " is not");
    }
  }

  private static void tell(
      AnalystViews open, AnalystViews.Query query, Form form, HttpServletResponse response)
      throws IOException {
    response.setBufferSize(BUFFER);
    response.setContentType(form.contentType());
    response.setHeader("Cache-Control", "public, max-age=60");
    response.addHeader("Vary", "Accept");
    List<String> columns = query.view().columns().stream().map(Column::name).toList();
    Told told = form.to(response.getOutputStream());
    told.fact("view", query.view().name());
    told.rows("rows", columns);
    int[] rows = {0};
    open.read(
        query,
        values -> {
          rows[0]++;
          told.row(values);
        });
    told.endRows();
    told.fact("next_offset", rows[0] < query.limit() ? null : query.offset() + query.limit());
    told.close();
  }
}
