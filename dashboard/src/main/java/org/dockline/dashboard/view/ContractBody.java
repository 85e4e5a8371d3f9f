package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dockline.dashboard.history.ContractReport;
import org.dockline.dashboard.history.Measure;
import org.dockline.dashboard.history.WeekGrid;
import org.dockline.dashboard.text.Words;
import org.dockline.station.StationKey;
import org.dockline.station.flow.FlowTotals;
import org.jspecify.annotations.Nullable;

/** All that a contract's page tells of its days and months. */
final class ContractBody extends Div {

  private final Words words;
  private final FigureTile arrivals;
  private final FigureTile departures;
  private final FigureTile empty;
  private final FigureTile full;
  private final FigureTile coverage;
  private final HeatCard heat;
  private final DaysCard days;
  private final WorstCard emptiest;
  private final WorstCard fullest;
  private final MonthsCard months;
  private final DownloadsCard downloads;

  ContractBody(Words words) {
    this.words = words;
    addClassName("contract-body");
    arrivals = figure("arrivals", "table.arrivals");
    departures = figure("departures", "table.departures");
    empty = figure("empty", "table.empty");
    full = figure("full", "table.full");
    coverage = figure("coverage", "table.coverage");
    heat = new HeatCard(words);
    days = new DaysCard(words);
    emptiest = new WorstCard(words, Measure.EMPTY);
    fullest = new WorstCard(words, Measure.FULL);
    months = new MonthsCard(words);
    downloads = new DownloadsCard(words);
    Div figures = new Div(arrivals, departures, empty, full, coverage);
    figures.addClassNames("figures", "week-figures");
    Div right = new Div(days, downloads);
    right.addClassName("column");
    Div worst = new Div(emptiest, fullest);
    worst.addClassName("pair");
    add(figures, heat, right, worst, months);
  }

  private FigureTile figure(String name, String label) {
    return new FigureTile(name, words.say(label));
  }

  /** Nothing is known yet. */
  void begin() {
    for (FigureTile tile : List.of(arrivals, departures, empty, full, coverage)) {
      tile.set(words.say("figures.none"), "");
    }
  }

  /**
   * Shows a report.
   *
   * @param live the present name of a station that is still there
   */
  void show(
      WeekGrid grid,
      Week week,
      ContractReport report,
      Function<StationKey, Optional<String>> live) {
    showFigures(grid.all());
    heat.show(grid, week);
    days.show(grid);
    emptiest.show(report.stations(), live);
    fullest.show(report.stations(), live);
    months.show(report.months(), report.joined().warehouseProblem() != null);
    downloads.show(week);
  }

  private void showFigures(@Nullable FlowTotals all) {
    boolean known = all != null && !all.known().isZero();
    arrivals.set(
        known && all != null ? words.number(all.arrivals()) : words.say("figures.none"), "");
    departures.set(
        known && all != null ? words.number(all.departures()) : words.say("figures.none"), "");
    empty.set(words.share(all == null ? null : all.shareEmpty()), "");
    full.set(words.share(all == null ? null : all.shareFull()), "");
    coverage.set(words.share(all == null ? null : all.coverage()), "");
  }
}
