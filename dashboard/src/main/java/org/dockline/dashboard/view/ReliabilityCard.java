package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import org.dockline.dashboard.history.StationHistory;
import org.dockline.dashboard.history.StationHours;
import org.dockline.dashboard.history.StationInsight;
import org.dockline.dashboard.text.Words;
import org.dockline.station.flow.FlowTotals;
import org.dockline.warehouse.Insights.StationMonth;
import org.jspecify.annotations.Nullable;

/**
 * How much of its known time the station was of no use for taking or returning a bike: over the
 * range that is shown, and by month. Id: {@code reliability}.
 */
final class ReliabilityCard extends Card {

  private static final int MONTHS = 6;

  private final Words words;
  private final RowTable table;
  private @Nullable NativeTableRow now;
  private List<StationMonth> months = List.of();

  ReliabilityCard(Words words) {
    super("reliability", words.say("reliability.title"));
    this.words = words;
    table =
        new RowTable(
            words.say("reliability.title"),
            List.of(
                words.say("table.period"),
                words.say("table.empty"),
                words.say("table.full"),
                words.say("table.coverage")));
    add(table);
  }

  /** Takes the range that is shown. */
  void show(StationHistory history, String period) {
    FlowTotals sum = StationHours.sum(history.flows(), Instant.EPOCH);
    now = row(period, sum.shareEmpty(), sum.shareFull(), sum.coverage());
    fill();
  }

  /** Takes the months. */
  void show(StationInsight insight) {
    setNote(insight.problem() != null ? words.say("typical.away") : words.say("reliability.note"));
    months = insight.months();
    fill();
  }

  private void fill() {
    table.clear();
    if (now != null) {
      table.row(now);
    }
    months.stream()
        .limit(MONTHS)
        .map(
            month ->
                row(
                    words.month(month.month()),
                    month.shareEmpty(),
                    month.shareFull(),
                    month.coverage()))
        .forEach(table::row);
  }

  private NativeTableRow row(
      String period, @Nullable Double empty, @Nullable Double full, @Nullable Double coverage) {
    return RowTable.rowOf(
        period,
        new Share(words, empty, "empty"),
        new Share(words, full, "full"),
        new Span(words.share(coverage)));
  }
}
