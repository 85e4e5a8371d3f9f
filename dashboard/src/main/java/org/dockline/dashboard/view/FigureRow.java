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
    boolean any = f.reporting() > 0;
    bikes.set(any ? words.number(f.bikes()) : words.say("figures.none"), occupancy(f));
    docks.set(any ? words.number(f.docks()) : words.say("figures.none"), "");
    stations(empty, f.in(Band.EMPTY), f);
    stations(full, f.in(Band.FULL), f);
    int closed = f.in(Band.CLOSED);
    unknown.set(
        words.number(f.in(Band.UNKNOWN)), closed == 0 ? "" : words.say("figures.closed", closed));
    reporting.set(words.number(f.reporting()), words.say("figures.of", words.number(f.stations())));
    if (f.newest() == null) {
      freshness.setPlain(words.say("figures.none"));
    } else {
      freshness.set(f.newest());
    }
    fresh.setDetail(words.say("figures.freshness.detail"));
  }

  private void stations(FigureTile tile, int count, Figures f) {
    String share =
        f.reporting() == 0 ? "" : words.percent((double) count / Math.max(1, f.reporting()));
    tile.set(words.number(count), share);
  }

  private String occupancy(Figures f) {
    long places = f.bikes() + f.docks();
    return places == 0
        ? ""
        : words.say("figures.occupancy", words.percent((double) f.bikes() / places));
  }
}
