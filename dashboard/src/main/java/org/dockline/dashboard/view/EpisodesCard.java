package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.dockline.dashboard.history.Episodes;
import org.dockline.dashboard.history.StationHistory;
import org.dockline.dashboard.text.Words;
import org.dockline.station.flow.StockoutEpisode;

/** When the station was empty or full, and for how long. Id: {@code episodes}. */
final class EpisodesCard extends Card {

  private static final int AT_ONCE = 12;

  private final Words words;
  private final Div summary = new Div();
  private final OrderedList list = new OrderedList();
  private List<StockoutEpisode> shown = List.of();

  EpisodesCard(Words words) {
    super("episodes", words.say("episodes.title"));
    this.words = words;
    summary.addClassName("hint");
    summary.setText(words.say("history.loading"));
    list.addClassName("episodes");
    add(summary, list);
  }

  /** Shows those of a history. */
  void show(StationHistory history, ZoneId zone) {
    List<StockoutEpisode> found = Episodes.of(history);
    if (found.equals(shown) && !shown.isEmpty()) {
      return;
    }
    shown = found;
    summary.setText(summary(found));
    list.removeAll();
    Instant begin =
        history.segments().isEmpty() ? Instant.MIN : history.segments().getFirst().from();
    found.stream().limit(AT_ONCE).forEach(episode -> list.add(item(episode, begin, zone)));
    setNote(found.size() > AT_ONCE ? words.say("episodes.more", found.size() - AT_ONCE) : "");
  }

  private String summary(List<StockoutEpisode> found) {
    if (found.isEmpty()) {
      return words.say("episodes.none");
    }
    Duration longest =
        found.stream().map(StockoutEpisode::duration).max(Duration::compareTo).orElseThrow();
    return words.say("episodes.summary", found.size(), words.length(longest));
  }

  private ListItem item(StockoutEpisode episode, Instant begin, ZoneId zone) {
    String kind = episode.kind().name().toLowerCase(Locale.ROOT);
    Span dot = new Span();
    dot.addClassNames("dot", "band-" + kind);
    Span what = new Span(words.say("episodes." + kind));
    what.addClassName("episode-kind");
    Span when = new Span(when(episode, begin, zone));
    when.addClassName("episode-when");
    String length = words.length(episode.duration());
    Span lasted =
        new Span(episode.start().equals(begin) ? words.say("episodes.at.least", length) : length);
    lasted.addClassName("episode-length");
    return new ListItem(dot, what, when, lasted);
  }

  private String when(StockoutEpisode episode, Instant begin, ZoneId zone) {
    String start =
        episode.start().equals(begin)
            ? words.say("episodes.before", words.dayTime(episode.start(), zone))
            : words.dayTime(episode.start(), zone);
    if (episode.continuesAfter()) {
      return words.say("episodes.going", start);
    }
    boolean sameDay =
        episode.start().atZone(zone).toLocalDate().equals(episode.end().atZone(zone).toLocalDate());
    return start
        + " – "
        + (sameDay ? words.shortTime(episode.end(), zone) : words.dayTime(episode.end(), zone));
  }
}
