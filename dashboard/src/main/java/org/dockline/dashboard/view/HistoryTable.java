package org.dockline.dashboard.view;

import com.vaadin.flow.component.Composite;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dockline.dashboard.history.StationHistory;
import org.dockline.dashboard.text.Words;
import org.dockline.station.flow.FlowTotals;
import org.dockline.station.flow.Flows;

/** A station's history as a table: by hour for a day, by local day for longer. */
final class HistoryTable extends Composite<AsTable> {

  private final Words words;

  HistoryTable(Words words) {
    this.words = words;
  }

  @Override
  protected AsTable initContent() {
    return new AsTable(
        words,
        words.say("history.table"),
        List.of(
            words.say("table.time"),
            words.say("table.bikes"),
            words.say("table.arrivals"),
            words.say("table.departures"),
            words.say("table.empty"),
            words.say("table.full"),
            words.say("table.coverage")));
  }

  void show(StationHistory history, ZoneId zone, Range range) {
    getContent().show(() -> rows(history.flows(), zone, range));
  }

  private List<List<String>> rows(List<Flows> hours, ZoneId zone, Range range) {
    Map<String, FlowTotals> sums = new LinkedHashMap<>();
    for (Flows hour : hours) {
      String when =
          range == Range.DAY
              ? words.date(hour.start(), zone) + ", " + words.shortTime(hour.start(), zone)
              : words.date(hour.start(), zone);
      sums.merge(when, FlowTotals.of(hour), FlowTotals::then);
    }
    List<List<String>> rows = new ArrayList<>();
    sums.forEach((when, sum) -> rows.add(row(when, sum)));
    return rows;
  }

  private List<String> row(String when, FlowTotals sum) {
    return List.of(
        when,
        words.decimal(sum.meanBikesPerStation()),
        words.number(sum.arrivals()),
        words.number(sum.departures()),
        words.share(sum.shareEmpty()),
        words.share(sum.shareFull()),
        words.share(sum.coverage()));
  }
}
