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
  private final Div side = new Div();
  private final CityList cities;
  private final StationList stations;
  private final StationPanel panel;
  private Selection selection = Selection.ALL;
  private boolean entered;
  private @Nullable Moment shown;

  /** Built by Vaadin for each page. */
  public LiveView(Services services) {
    this.services = services;
    words = Words.in(UI.getCurrent().getLocale());
    notices = new Notices(services, words);
    chooser = new Chooser(words, services.contracts(), this::choose);
    figures = new FigureRow(words, services.clock());
    map = new StationMap(words, this::choose);
    cities = new CityList(words, services.contracts(), this::choose);
    stations = new StationList(words, this::choose);
    panel = new StationPanel(services, words, this::leaveStation);
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
    side.addClassName("side");
    side.add(cities, stations, panel);
    add(head, notices, figures, mapCard, side);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Selection chosen = Selection.of(event.getLocation().getQueryParameters());
    boolean moved = !entered || !chosen.equals(selection);
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
    showSide(moment);
    notices.show(moment, selection);
  }

  private void showNothing() {
    title.setText(words.say("live.title"));
    subtitle.setText("");
    notices.showWaiting();
    figures.show(Figures.NONE);
    cities.setVisible(false);
    stations.setVisible(false);
    panel.setVisible(false);
  }

  private void showTitle(Moment moment) {
    Contracts names = services.contracts();
    String contract = selection.contract();
    String country = selection.country();
    if (contract != null) {
      title.setText(names.city(contract));
      subtitle.setText(Objects.requireNonNullElse(names.brand(contract), ""));
    } else {
      title.setText(
          country == null
              ? words.say("live.title")
              : Contracts.countryName(country, words.locale()));
      subtitle.setText(words.say("live.subtitle", contractsOf(moment).size()));
    }
  }

  private void showSide(Moment moment) {
    String contract = selection.contract();
    boolean station = selection.key().isPresent();
    boolean known = contract != null && moment.board().figures().containsKey(contract);
    panel.setVisible(station);
    stations.setVisible(!station && known);
    cities.setVisible(!station && !known);
    setClassName("has-station", station);
    if (station) {
      panel.show(selection.key().orElseThrow(), moment);
    } else if (contract != null && known) {
      stations.show(
          moment, contract, words.say("stations.title", services.contracts().city(contract)));
    } else {
      cities.show(moment.board(), contractsOf(moment));
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

  private void leaveStation() {
    choose(new Selection(selection.country(), selection.contract(), null));
  }

  @Override
  public String getPageTitle() {
    String contract = selection.contract();
    return contract == null
        ? words.say("app.title", words.say("nav.live"))
        : words.say("app.title", services.contracts().city(contract));
  }
}
