package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import java.util.Optional;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Words;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;

/**
 * Everything about one station: its name, the live tile, the last 24 hours and what is near. Ids:
 * {@code station-panel}, {@code station-name}, {@code station-close}, {@code station-missing},
 * {@code station-more}.
 */
final class StationPanel extends Div {

  private static final int NEIGHBOURS = 5;

  private final Services services;
  private final Words words;
  private final H2 name = new H2();
  private final Span city = new Span();
  private final Div address = new Div();
  private final Div missing = new Div();
  private final StationTile tile;
  private final HistoryCard history;
  private final NeighboursCard neighbours;
  private final Anchor more = new Anchor();

  StationPanel(Services services, Words words, StarButton star, Runnable close) {
    this.services = services;
    this.words = words;
    addClassNames("side-card", "station-panel");
    setId("station-panel");
    name.setId("station-name");
    address.addClassName("station-address");
    city.addClassName("station-city");
    missing.setId("station-missing");
    missing.addClassName("notice");
    tile = new StationTile(words, services.clock());
    history = new HistoryCard(services, words, read -> {});
    neighbours = new NeighboursCard(words, NEIGHBOURS, Links::live);
    more.setId("station-more");
    more.addClassName("more");
    NativeButton back = new NativeButton("✕");
    back.setId("station-close");
    back.addClassName("close");
    back.getElement().setAttribute("aria-label", words.say("station.close"));
    back.addClickListener(click -> close.run());
    Div head = new Div(city, star, back);
    head.addClassName("station-head");
    add(head, name, address, missing, tile, more, history, neighbours);
  }

  /** Shows that station as it is now; one that is not among them is said to be unknown. */
  void show(StationKey key, Moment moment) {
    Optional<StationObservation> found = moment.snapshot().find(key);
    Quiet.text(name, StationNames.of(found, key));
    Quiet.text(city, services.contracts().city(key.contract()) + " · " + key.stationId());
    Quiet.text(
        address,
        found.map(o -> Objects.requireNonNullElse(o.place().address(), "").strip()).orElse(""));
    Quiet.text(missing, words.say("station.missing", key.toString()));
    missing.setVisible(found.isEmpty());
    tile.setVisible(found.isPresent());
    found.ifPresent(tile::show);
    more.setHref(Links.station(key));
    more.setText(words.say("station.more"));
    history.show(key, found.orElse(null), Range.DAY);
    neighbours.show(key, moment);
  }
}
