package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.internal.JacksonUtils;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dockline.dashboard.history.StationHistory;
import org.dockline.dashboard.history.StationHours;
import org.dockline.dashboard.history.StationInsight;
import org.dockline.dashboard.text.Words;
import org.dockline.warehouse.Insights.TypicalHour;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The typical day of this kind of day, and today laid over it. Id: {@code typical}. */
final class TypicalCard extends Card {

  private final Words words;
  private final TypicalChart chart;
  private final Div none = new Div();
  private final AsTable table;
  private List<TypicalHour> typical = List.of();
  private SortedMap<Integer, Double> today = new TreeMap<>();

  TypicalCard(Words words) {
    super("typical", words.say("typical.title.weekday"));
    this.words = words;
    chart = new TypicalChart(words);
    table =
        new AsTable(
            words,
            words.say("typical.table"),
            List.of(
                words.say("table.time"),
                words.say("typical.today"),
                words.say("typical.median"),
                words.say("typical.half")));
    none.addClassName("hint");
    add(chart, none, table);
    setState("loading", words.say("history.loading"));
  }

  /** Takes the typical day. */
  void show(StationInsight insight, Instant now, ZoneId zone) {
    DayOfWeek day = now.atZone(zone).getDayOfWeek();
    boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    setHeading(words.say(weekend ? "typical.title.weekend" : "typical.title.weekday"));
    typical = insight.typical(weekend);
    if (insight.problem() != null) {
      setState("partial", words.say("typical.away"));
    } else if (typical.isEmpty()) {
      setState("empty", words.say("typical.none"));
    } else {
      setState("complete", "");
      setNote(
          words.say(
              "note.typical", typical.stream().mapToLong(TypicalHour::hours).max().orElse(0)));
    }
    draw();
  }

  /** Takes what today was so far. */
  void showToday(StationHistory history, Instant now, ZoneId zone) {
    today = StationHours.occupancyToday(history.flows(), now, zone);
    draw();
  }

  void fail() {
    setState("failed", words.say("page.failed"));
  }

  private void setState(String state, String text) {
    getElement().setAttribute("data-state", state);
    none.setText(text);
    none.setVisible(!text.isEmpty());
  }

  private void draw() {
    boolean something = !typical.isEmpty() || !today.isEmpty();
    chart.setVisible(something);
    table.setVisible(something);
    if (something) {
      chart.show(data(), words.say("typical.summary", now(today), now(median())));
      table.show(this::rows);
    }
  }

  private SortedMap<Integer, Double> median() {
    SortedMap<Integer, Double> byHour = new TreeMap<>();
    typical.forEach(hour -> byHour.put(hour.localHour(), hour.median()));
    return byHour;
  }

  /** That of the last hour of today of which something is known. */
  private String now(SortedMap<Integer, Double> byHour) {
    return words.share(today.isEmpty() ? null : byHour.get(today.lastKey()));
  }

  private String data() {
    ObjectNode data = JacksonUtils.createObjectNode();
    ArrayNode hours = data.putArray("typical");
    for (TypicalHour hour : typical) {
      hours
          .addArray()
          .add(hour.localHour())
          .add(percent(hour.low()))
          .add(percent(hour.lowerQuarter()))
          .add(percent(hour.median()))
          .add(percent(hour.upperQuarter()))
          .add(percent(hour.high()));
    }
    ArrayNode line = data.putArray("today");
    today.forEach((hour, share) -> line.addArray().add(hour.intValue()).add(percent(share)));
    return data.toString();
  }

  private static double percent(double share) {
    return Math.round(share * 1_000) / 10.0;
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    SortedMap<Integer, TypicalHour> byHour = new TreeMap<>();
    typical.forEach(hour -> byHour.put(hour.localHour(), hour));
    for (int hour = 0; hour < 24; hour++) {
      TypicalHour usual = byHour.get(hour);
      rows.add(
          List.of(
              String.format("%02d:00", hour),
              words.share(today.get(hour)),
              words.share(usual == null ? null : usual.median()),
              half(usual)));
    }
    return rows;
  }

  private String half(@Nullable TypicalHour usual) {
    return usual == null
        ? words.say("figures.none")
        : words.percent(usual.lowerQuarter()) + " – " + words.percent(usual.upperQuarter());
  }
}
