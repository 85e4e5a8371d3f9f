package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Locale;
import org.dockline.dashboard.history.Measure;
import org.dockline.dashboard.history.WeekGrid;
import org.dockline.dashboard.history.WeekGrid.Scale;
import org.dockline.dashboard.text.Words;
import org.dockline.station.flow.FlowTotals;
import org.jspecify.annotations.Nullable;

/**
 * Seven days by hour, as a table whose cells are coloured: it can be read, heard and printed. Id:
 * {@code heat}.
 */
final class HeatCard extends Card {

  private static final double HALF = 0.5;

  private final Words words;
  private final Choice measures;
  private final NativeTable table = new NativeTable();
  private final Span least = new Span();
  private final Span most = new Span();

  HeatCard(Words words) {
    super("heat", words.say("heat.title"));
    this.words = words;
    measures = new Choice("measure", words.say("measure.label"));
    table.addClassName("heat-table");
    Span ramp = new Span();
    ramp.addClassName("heat-ramp");
    Div legend = new Div(least, ramp, most);
    legend.addClassName("heat-scale");
    add(measures, table, legend);
  }

  void show(WeekGrid grid, Week week) {
    for (Measure one : Measure.values()) {
      measures.offer(
          one.key(), words.say("measure." + one.key()), week.showing(one), one == week.measure());
    }
    Scale scale = grid.scale(week.measure());
    table.removeAll();
    NativeTableCaption said = TextTable.heard(words.say("measure." + week.measure().key()));
    table.add(said, head(grid), body(grid, week.measure(), scale));
    least.setText(text(week.measure(), scale.from()));
    most.setText(text(week.measure(), scale.to()));
    setNote(words.say("heat.legend"));
  }

  private NativeTableHeader head(WeekGrid grid) {
    NativeTableRow row = new NativeTableRow();
    row.add(TextTable.headerCell(words.say("heat.hour"), "col"));
    grid.days().forEach(day -> row.add(TextTable.headerCell(words.dayAndMonth(day), "col")));
    return new NativeTableHeader(row);
  }

  private NativeTableBody body(WeekGrid grid, Measure measure, Scale scale) {
    NativeTableBody body = new NativeTableBody();
    for (int hour = 0; hour < 24; hour++) {
      NativeTableRow row = new NativeTableRow();
      row.add(TextTable.headerCell(String.format("%02d", hour), "row"));
      for (LocalDate day : grid.days()) {
        row.add(cell(day, hour, grid.at(day, hour), measure, scale));
      }
      body.add(row);
    }
    return body;
  }

  private NativeTableCell cell(
      LocalDate day, int hour, @Nullable FlowTotals totals, Measure measure, Scale scale) {
    NativeTableCell cell = new NativeTableCell();
    if (totals == null) {
      return cell;
    }
    Double value = measure.of(totals);
    Double coverage = totals.coverage();
    cell.setText(text(measure, value));
    cell.getElement()
        .setAttribute(
            "title",
            words.say(
                "heat.cell",
                words.dayAndMonth(day),
                String.format("%02d:00", hour),
                value == null ? words.say("heat.unknown") : text(measure, value),
                words.share(coverage)));
    if (value != null) {
      cell.getStyle().set("--heat", String.format(Locale.ROOT, "%.3f", scale.share(value)));
    }
    cell.setClassName("thin", value == null || coverage == null || coverage < HALF);
    return cell;
  }

  private String text(Measure measure, @Nullable Double value) {
    if (value == null) {
      return words.say("figures.none");
    }
    return switch (measure) {
      case BIKES -> words.decimal(value);
      case EMPTY, FULL -> words.percent(value);
      case ARRIVALS, DEPARTURES -> words.number(Math.round(value));
    };
  }
}
