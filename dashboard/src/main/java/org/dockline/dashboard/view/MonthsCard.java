package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.dockline.dashboard.text.Words;
import org.dockline.warehouse.Insights.ContractMonth;
import org.jspecify.annotations.Nullable;

/** A city's months, each against the one before. Id: {@code months}. */
final class MonthsCard extends Card {

  private static final int MONTHS = 13;

  private final Words words;
  private final Div none = new Div();
  private final RowTable table;

  MonthsCard(Words words) {
    super("months", words.say("months.title"));
    this.words = words;
    none.addClassName("hint");
    table =
        new RowTable(
            words.say("months.title"),
            List.of(
                words.say("table.month"),
                words.say("table.days"),
                words.say("months.stations"),
                words.say("months.arrivals"),
                words.say("months.departures"),
                words.say("table.empty"),
                words.say("table.full"),
                words.say("table.coverage")));
    add(none, table);
  }

  /** Shows these, the newest first; says why when there are none. */
  void show(List<ContractMonth> months, boolean away) {
    none.setText(words.say(away ? "typical.away" : "months.none"));
    none.setVisible(months.isEmpty());
    table.setVisible(!months.isEmpty());
    table.clear();
    for (int i = 0; i < Math.min(MONTHS, months.size()); i++) {
      add(months.get(i), i + 1 < months.size() ? months.get(i + 1) : null);
    }
    setNote(months.isEmpty() ? "" : words.say("months.note"));
  }

  private void add(ContractMonth month, @Nullable ContractMonth before) {
    table.row(
        RowTable.rowOf(
            words.month(month.month()),
            new Span(words.number(month.days())),
            new Span(words.number(month.stations())),
            new Span(
                count(
                    perDay(month.arrivals(), month),
                    before == null ? null : perDay(before.arrivals(), before))),
            new Span(
                count(
                    perDay(month.departures(), month),
                    before == null ? null : perDay(before.departures(), before))),
            new Span(share(month.shareEmpty(), before == null ? null : before.shareEmpty())),
            new Span(share(month.shareFull(), before == null ? null : before.shareFull())),
            new Span(words.share(month.coverage()))));
  }

  private static double perDay(long count, ContractMonth month) {
    return month.days() == 0 ? 0 : (double) count / month.days();
  }

  private String count(double now, @Nullable Double before) {
    String text = words.number(Math.round(now));
    return before == null || before == 0
        ? text
        : words.say("months.change", text, signed(words.percent(now / before - 1), now - before));
  }

  private String share(@Nullable Double now, @Nullable Double before) {
    String text = words.share(now);
    if (now == null || before == null) {
      return text;
    }
    double points = (now - before) * 100;
    return words.say(
        "months.change", text, signed(words.say("months.points", words.decimal(points)), points));
  }

  private static String signed(String text, double change) {
    return change > 0 ? "+" + text : text;
  }
}
