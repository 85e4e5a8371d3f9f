package org.dockline.dashboard.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dockline.dashboard.live.Figures;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Contracts;
import org.dockline.dashboard.text.Words;
import org.dockline.dashboard.web.MapTiles;
import org.jspecify.annotations.Nullable;

/** What is so now: figures, map, and one city or one station beside it. */
@Route(value = "", layout = MainLayout.class)
public final class LiveView extends Div
    implements BeforeEnterObserver, HasDynamicTitle, ShowsMoment {

  private final Services services;
  private final Words words;
  private final H1 title = new H1();
  private final Span subtitle = new Span();
  private final Notices notices;
  private final Chooser chooser;
  private final FigureRow figures;
  private final StationMap map;
  private final SidePanel side;
  private Selection selection = Selection.ALL;
  private boolean entered;
  private @Nullable Moment shown;

  /** Built by Vaadin for each page. */
  public LiveView(Services services, MapTiles tiles) {
    this.services = services;
    words = Words.in(UI.getCurrent().getLocale());
    notices = new Notices(services, words);
    chooser = new Chooser(words, services.contracts(), this::choose);
    figures = new FigureRow(words, services.clock());
    map = new StationMap(words, tiles, new MapUser());
    side = new SidePanel(services, words, this::choose, map::showReader);
    addClassName("live");
    arrange();
  }

  private void arrange() {
    title.setId("page-title");
    subtitle.addClassName("subtitle");
    Div heading = new Div(title, subtitle);
    heading.addClassName("heading");
    Div head = new Div(heading, chooser);
    head.addClassName("live-head");
    Div mapCard = new Div(map, new MapLegend(words));
    mapCard.addClassName("map-card");
    add(head, notices, figures, mapCard, side);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Selection chosen = Selection.of(event.getLocation().getQueryParameters());
    boolean moved = !entered || !chosen.looksAtSameAs(selection);
    entered = true;
    selection = chosen;
    Optional<Moment> now = services.moments().current();
    if (now.isPresent()) {
      show(now.get());
    } else {
      showNothing();
    }
    if (moved) {
      chooser.select(selection);
      map.lookAt(selection, contractsOf(shown));
    }
  }

  @Override
  public void show(Moment moment) {
    boolean first = shown == null;
    shown = moment;
    chooser.show(moment);
    if (first) {
      chooser.select(selection);
      map.lookAt(selection, contractsOf(moment));
    }
    showTitle(moment);
    figures.show(moment.board().figuresOf(contractsOf(moment)));
    map.show(moment);
    setClassName("has-station", selection.key().isPresent());
    side.show(moment, selection, contractsOf(moment));
    notices.show(moment, selection);
  }

  private void showNothing() {
    title.setText(words.say("live.title"));
    subtitle.setText("");
    notices.showWaiting();
    figures.show(Figures.NONE);
    side.showNothing();
  }

  private void showTitle(Moment moment) {
    Contracts names = services.contracts();
    String contract = selection.contract();
    String country = selection.country();
    if (contract != null) {
      Quiet.text(title, names.city(contract));
      Quiet.text(subtitle, Objects.requireNonNullElse(names.brand(contract), ""));
    } else {
      Quiet.text(
          title,
          country == null
              ? words.say("live.title")
              : Contracts.countryName(country, words.locale()));
      Quiet.text(subtitle, words.say("live.subtitle", contractsOf(moment).size()));
    }
  }

  /** The contracts in view: the chosen one, those of the chosen country, or all. */
  private List<String> contractsOf(@Nullable Moment moment) {
    if (selection.contract() != null) {
      return List.of(selection.contract());
    }
    if (moment == null) {
      return List.of();
    }
    String country = selection.country();
    return moment.board().figures().keySet().stream()
        .filter(
            name ->
                country == null
                    || services
                        .contracts()
                        .countryCode(name)
                        .filter(code -> code.equalsIgnoreCase(country))
                        .isPresent())
        .toList();
  }

  private void choose(Selection chosen) {
    getUI().ifPresent(ui -> ui.navigate(LiveView.class, chosen.parameters()));
  }

  @Override
  public String getPageTitle() {
    String contract = selection.contract();
    return contract == null
        ? words.say("app.title", words.say("nav.live"))
        : words.say("app.title", services.contracts().city(contract));
  }

  /** What is done on the map. */
  private final class MapUser implements StationMap.Uses {

    @Override
    public void choose(String contract, @Nullable String station) {
      LiveView.this.choose(
          new Selection(
              selection.country(), contract, station, station == null ? null : selection.side()));
    }

    @Override
    public void see(@Nullable Bounds bounds) {
      side.follow(bounds);
    }
  }
}
