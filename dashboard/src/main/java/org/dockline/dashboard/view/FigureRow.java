package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import org.dockline.dashboard.live.Band;
import org.dockline.dashboard.live.Figures;
import org.dockline.dashboard.text.Words;

/** The figures that matter, over the contracts that are looked at. */
final class FigureRow extends Div {

  private final Words words;
  private final Ago freshness;
  private final FigureTile bikes;
  private final FigureTile docks;
  private final FigureTile empty;
  private final FigureTile full;
  private final FigureTile unknown;
  private final FigureTile reporting;
  private final FigureTile fresh;

  FigureRow(Words words, Clock clock) {
    this.words = words;
    addClassName("figures");
    setId("figures");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", words.say("figures.label"));
    freshness = new Ago(words, clock);
    bikes = tile("bikes");
    docks = tile("docks");
    empty = tile("empty");
    full = tile("full");
    unknown = tile("unknown");
    reporting = tile("reporting");
    fresh = new FigureTile("freshness", words.say("figures.freshness"), freshness);
    add(bikes, docks, empty, full, unknown, reporting, fresh);
  }

  private FigureTile tile(String name) {
    FigureTile tile = new FigureTile(name, words.say("figures." + name));
    tile.set(words.say("figures.none"), "");
    return tile;
  }

  void show(Figures f) {
    boolean any = f.stations() > 0;
    boolean known = f.reporting() > 0;
    int closed = f.in(Band.CLOSED);
    bikes.set(number(known, f.bikes()), occupancy(f));
    docks.set(number(known, f.docks()), "");
    empty.set(number(known, f.in(Band.EMPTY)), share(f, Band.EMPTY));
    full.set(number(known, f.in(Band.FULL)), share(f, Band.FULL));
    unknown.set(
        number(any, f.in(Band.UNKNOWN)), closed == 0 ? "" : words.say("figures.closed", closed));
    reporting.set(
        number(any, f.reporting()), any ? words.say("figures.of", words.number(f.stations())) : "");
    if (f.newest() == null) {
      freshness.setPlain(words.say("figures.none"));
    } else {
      freshness.set(f.newest());
    }
    fresh.setDetail(words.say("figures.freshness.detail"));
  }

  /** Of what nobody knows, nothing is said: none would be a claim. */
  private String number(boolean known, long count) {
    return known ? words.number(count) : words.say("figures.none");
  }

  private String share(Figures f, Band band) {
    return f.reporting() == 0 ? "" : words.percent((double) f.in(band) / f.reporting());
  }

  private String occupancy(Figures f) {
    long places = f.bikes() + f.docks();
    return places == 0
        ? ""
        : words.say("figures.occupancy", words.percent((double) f.bikes() / places));
  }
}
