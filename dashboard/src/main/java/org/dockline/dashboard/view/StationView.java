package org.dockline.dashboard.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.dockline.dashboard.history.StationHistory;
import org.dockline.dashboard.history.StationInsight;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Words;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/** All about one station: {@code station?contract=lyon&station=7&range=7d}. */
@Route(value = "station", layout = MainLayout.class)
public final class StationView extends Div
    implements BeforeEnterObserver, HasDynamicTitle, ShowsMoment {

  private static final int NEIGHBOURS = 8;

  private final Services services;
  private final Words words;
  private final H1 title = new H1();
  private final Span subtitle = new Span();
  private final Notices notices;
  private final Div missing = new Div();
  private final Nav ways = new Nav();
  private final Choice ranges;
  private final StationTile tile;
  private final HistoryCard history;
  private final TypicalCard typical;
  private final EpisodesCard episodes;
  private final ReliabilityCard reliability;
  private final NeighboursCard neighbours;
  private final Div body = new Div();
  private @Nullable StationKey key;
  private Range range = Range.DAY;

  /** Built by Vaadin for each page. */
  public StationView(Services services) {
    this.services = services;
    words = Words.in(UI.getCurrent().getLocale());
    notices = new Notices(services, words);
    ranges = new Choice("ranges", words.say("range.label"));
    tile = new StationTile(words, services.clock());
    history = new HistoryCard(services, words, this::told);
    typical = new TypicalCard(words);
    episodes = new EpisodesCard(words);
    reliability = new ReliabilityCard(words);
    neighbours = new NeighboursCard(words, NEIGHBOURS, Links::station);
    addClassNames("page", "station-page");
    arrange();
  }

  private void arrange() {
    title.setId("page-title");
    subtitle.addClassName("subtitle");
    Div heading = new Div(title, subtitle);
    heading.addClassName("heading");
    ways.addClassName("ways");
    ways.getElement().setAttribute("aria-label", words.say("ways.label"));
    Div head = new Div(heading, ways);
    head.addClassName("page-head");
    missing.setId("station-missing");
    missing.addClassName("notice");
    missing.setVisible(false);
    Div now = new Div(tile);
    now.addClassNames("card", "card-tile");
    Div past = new Div(ranges, history);
    past.addClassNames("card", "card-history");
    Div aside = new Div(now, neighbours, reliability);
    aside.addClassName("column");
    Div wide = new Div(past, typical, episodes);
    wide.addClassName("column");
    body.addClassName("station-body");
    body.add(aside, wide);
    add(head, notices, missing, body);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters parameters = event.getLocation().getQueryParameters();
    Optional<StationKey> asked = Selection.of(parameters).key();
    range = parameters.getSingleParameter("range").flatMap(Range::find).orElse(Range.DAY);
    boolean moved = !asked.equals(Optional.ofNullable(key));
    key = asked.orElse(null);
    body.setVisible(asked.isPresent());
    if (asked.isEmpty()) {
      showNone();
      return;
    }
    showRanges(asked.get());
    if (moved) {
      readInsight(asked.get());
    }
    services.moments().current().ifPresentOrElse(this::show, () -> showWaiting(asked.get()));
  }

  private void showNone() {
    title.setText(words.say("station.page"));
    missing.setText(words.say("station.none"));
    missing.setVisible(true);
    ways.removeAll();
    ways.add(new Anchor("./", words.say("ways.live")));
  }

  private void showRanges(StationKey asked) {
    for (Range one : Range.values()) {
      ranges.offer(
          one.text(), words.say("range." + one.text()), Links.station(asked, one), one == range);
    }
    ways.removeAll();
    ways.add(
        new Anchor(Links.live(asked), words.say("ways.map")),
        new Anchor(Links.contract(asked.contract()), words.say("ways.contract")),
        new Anchor(Links.playback(asked.contract()), words.say("ways.playback")));
  }

  /** The past can be shown before there is a present. */
  private void showWaiting(StationKey asked) {
    notices.showWaiting();
    showNames(asked, Optional.empty());
    tile.setVisible(false);
    history.show(asked, null, range);
  }

  @Override
  public void show(Moment moment) {
    StationKey asked = key;
    if (asked == null) {
      return;
    }
    Optional<StationObservation> found = moment.snapshot().find(asked);
    notices.show(moment, Selection.ofContract(asked.contract()));
    showNames(asked, found);
    missing.setText(words.say("station.missing", asked.toString()));
    missing.setVisible(found.isEmpty());
    tile.setVisible(found.isPresent());
    found.ifPresent(tile::show);
    neighbours.show(asked, moment);
    history.show(asked, found.orElse(null), range);
  }

  private void showNames(StationKey asked, Optional<StationObservation> found) {
    title.setText(StationNames.of(found, asked));
    String address =
        found.map(o -> Objects.requireNonNullElse(o.place().address(), "").strip()).orElse("");
    String city = services.contracts().city(asked.contract()) + " · " + asked.stationId();
    subtitle.setText(address.isEmpty() ? city : city + " · " + address);
  }

  private void readInsight(StationKey asked) {
    Later.read(
        services.background(),
        () -> services.insights().ofStation(asked),
        read -> arrived(asked, read),
        typical::fail);
  }

  private void arrived(StationKey asked, StationInsight read) {
    if (asked.equals(key)) {
      Instant now = services.clock().instant();
      typical.show(read, now, services.contracts().zone(asked.contract()));
      reliability.show(read);
    }
  }

  private void told(StationHistory read) {
    ZoneId zone = services.contracts().zone(read.key().contract());
    typical.showToday(read, services.clock().instant(), zone);
    episodes.show(read, zone);
    reliability.show(read, words.say("history.title." + range.text()));
  }

  @Override
  public String getPageTitle() {
    return words.say("app.title", title.getText());
  }
}
