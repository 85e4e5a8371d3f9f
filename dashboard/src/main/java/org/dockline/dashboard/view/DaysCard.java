package org.dockline.dashboard.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dockline.dashboard.history.WeekGrid;
import org.dockline.dashboard.text.Words;
import org.dockline.station.flow.FlowTotals;
import org.jspecify.annotations.Nullable;

/** Each day's arrivals and departures, with what it was known for. Id: {@code days}. */
final class DaysCard extends Card {

  private final Words words;
  private final RowTable table;

  DaysCard(Words words) {
    super("days", words.say("days.title"));
    this.words = words;
    table =
        new RowTable(
            words.say("days.title"),
            List.of(
                words.say("table.day"),
                words.say("table.arrivals"),
                words.say("table.departures"),
                words.say("table.coverage")));
    add(table);
  }

  void show(WeekGrid grid) {
    long most =
        grid.days().stream()
            .map(grid::day)
            .filter(Objects::nonNull)
            .mapToLong(day -> Math.max(day.arrivals(), day.departures()))
            .max()
            .orElse(0);
    table.clear();
    for (LocalDate day : grid.days()) {
      table.row(row(day, grid.day(day), most));
    }
    setNote(words.say("days.note"));
  }

  private NativeTableRow row(LocalDate date, @Nullable FlowTotals day, long most) {
    boolean known = day != null && !day.known().isZero();
    return RowTable.rowOf(
        words.dayAndMonth(date),
        bar(known ? Long.valueOf(Objects.requireNonNull(day).arrivals()) : null, most, "arrivals"),
        bar(
            known ? Long.valueOf(Objects.requireNonNull(day).departures()) : null,
            most,
            "departures"),
        new Span(words.share(day == null ? null : day.coverage())));
  }

  private Component bar(@Nullable Long count, long most, String kind) {
    Span figure = new Span(count == null ? words.say("figures.none") : words.number(count));
    Div bar = new Div();
    bar.addClassName("count-bar");
    bar.getElement().setAttribute("aria-hidden", "true");
    double part = count == null || most == 0 ? 0 : (double) count / most;
    bar.getStyle().set("--share", String.format(Locale.ROOT, "%.4f", part));
    Div both = new Div(figure, bar);
    both.addClassNames("count", "count-" + kind);
    return both;
  }
}
