package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.dockline.dashboard.history.Measure;
import org.dockline.dashboard.history.Worst;
import org.dockline.dashboard.text.Words;
import org.dockline.station.StationKey;
import org.dockline.warehouse.Insights.StationSum;

/** The stations that were empty, or full, most of the time. Ids: {@code worst-empty}, … */
final class WorstCard extends Card {

  private static final int MOST = 10;

  private final Words words;
  private final Measure measure;
  private final Div none = new Div();
  private final RowTable table;

  WorstCard(Words words, Measure measure) {
    super("worst-" + measure.key(), words.say("worst." + measure.key()));
    this.words = words;
    this.measure = measure;
    none.addClassName("hint");
    table =
        new RowTable(
            words.say("worst." + measure.key()),
            List.of(
                words.say("table.station"),
                words.say("table." + measure.key()),
                words.say("table.coverage")));
    add(none, table);
  }

  /**
   * Shows the worst of these.
   *
   * @param live the present name of a station that is still there
   */
  void show(List<StationSum> stations, Function<StationKey, Optional<String>> live) {
    List<StationSum> worst = Worst.by(measure, stations, MOST);
    none.setText(worst.isEmpty() ? words.say("worst.none") : "");
    none.setVisible(worst.isEmpty());
    table.setVisible(!worst.isEmpty());
    table.clear();
    for (StationSum sum : worst) {
      String kept = Objects.requireNonNullElse(sum.name(), sum.key().stationId());
      Anchor link =
          new Anchor(Links.station(sum.key(), Range.WEEK), live.apply(sum.key()).orElse(kept));
      link.addClassName("neighbour-name");
      table.row(
          RowTable.rowOf(
              link,
              new Share(words, measure.of(sum.totals()), measure.key()),
              new Span(words.share(sum.totals().coverage()))));
    }
    setNote(words.say("worst.note", words.percent(Worst.LEAST_KNOWN)));
  }
}
