package org.dockline.dashboard.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.dockline.dashboard.live.Credits;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Words;
import org.dockline.dashboard.web.MapTiles;
import org.jspecify.annotations.Nullable;

/**
 * Names the sources, their licences and the date of the last update, as the Licence Ouverte and
 * others ask of everyone who shows the data. Id: {@code attribution}.
 */
final class Attribution extends Footer {

  private static final ZoneId UTC = ZoneId.of("UTC");

  /** More than these are named on request. */
  private static final int AT_ONCE = 6;

  private final Words words;
  private final Span source = new Span();
  private final Span updated = new Span();
  private @Nullable Credits shown;

  Attribution(Words words, MapTiles tiles) {
    this.words = words;
    setId("attribution");
    addClassName("attribution");
    Span pictures =
        new Span(
            tiles.attribution().isBlank()
                ? ""
                : words.say("attribution.tiles", tiles.attribution()));
    add(source, updated, new Span(words.say("attribution.map")), pictures);
  }

  void show(Moment moment) {
    show(moment.snapshot().credits());
    Instant newest = moment.board().figuresOf(moment.board().figures().keySet()).newest();
    Quiet.text(
        updated,
        newest == null
            ? ""
            : words.say("attribution.updated", words.dateTime(newest, UTC) + " UTC"));
  }

  /** Built anew only when it changes: it is sent to every browser. */
  void show(Credits credits) {
    if (credits.equals(shown)) {
      return;
    }
    shown = credits;
    source.removeAll();
    if (credits.simulated()) {
      source.add(new Text(words.say("attribution.simulated")));
    }
    if (credits.jcdecaux()) {
      source.add(new Text(words.say("attribution.jcdecaux") + " "));
    }
    addFeeds(credits.feeds());
    if (credits.unnamed()) {
      source.add(new Text(words.say("attribution.operators")));
    }
  }

  private void addFeeds(List<org.dockline.station.Attribution> feeds) {
    if (feeds.isEmpty()) {
      return;
    }
    source.add(new Text(words.say("attribution.feeds") + " "));
    feeds.stream().limit(AT_ONCE).forEach(feed -> source.add(credit(feed)));
    if (feeds.size() > AT_ONCE) {
      NativeDetails more = new NativeDetails(words.say("attribution.more", feeds.size() - AT_ONCE));
      more.setContent(new Span(rest(feeds)));
      source.add(more);
    }
  }

  private Component[] rest(List<org.dockline.station.Attribution> feeds) {
    return feeds.stream().skip(AT_ONCE).map(this::credit).toArray(Component[]::new);
  }

  /** For example: City of Oslo (CC-BY-4.0). */
  private Span credit(org.dockline.station.Attribution feed) {
    Span credit = new Span();
    feed.whom().ifPresent(whom -> credit.add(link(whom, feed.page())));
    String license = feed.licenseId() == null ? words.say("attribution.license") : feed.licenseId();
    if (feed.licenseId() != null || feed.licensePage().isPresent()) {
      credit.add(new Text(" ("), link(license, feed.licensePage()), new Text(")"));
    }
    credit.add(new Text(". "));
    return credit;
  }

  private static Component link(String text, Optional<String> page) {
    if (page.isEmpty()) {
      return new Text(text);
    }
    Anchor link = new Anchor(page.get(), text);
    link.setTarget(AnchorTarget.BLANK);
    link.getElement().setAttribute("rel", "noopener noreferrer");
    return link;
  }
}
