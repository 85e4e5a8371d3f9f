package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Words;
import org.dockline.dashboard.view.Reader.Whereabouts;
import org.dockline.dashboard.view.StationSearch.Spot;
import org.dockline.station.StationKey;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the map: a list of cities or stations, or one station. Ids: {@code locate} and
 * those of its parts.
 */
final class SidePanel extends Div implements StationList.Uses {

  private final Services services;
  private final Words words;
  private final Consumer<Selection> choose;
  private final Consumer<Spot> found;
  private final Reader reader = new Reader(this::readerChanged);
  private final StarButton star;
  private final NativeButton locate;
  private final SideTabs tabs;
  private final CityList cities;
  private final StationList stations;
  private final StationPanel panel;
  private Selection selection = Selection.ALL;
  private List<String> contracts = List.of();
  private String text = "";
  private @Nullable Bounds bounds;
  private @Nullable Moment moment;

  /**
   * Empty before the first moment.
   *
   * @param choose told what is chosen in it
   * @param found told where the reader is, who wanted to know what is near
   */
  SidePanel(Services services, Words words, Consumer<Selection> choose, Consumer<Spot> found) {
    this.services = services;
    this.words = words;
    this.choose = choose;
    this.found = found;
    tabs = new SideTabs(words, this::chooseSide);
    cities = new CityList(words, services.contracts(), choose);
    stations = new StationList(words, this);
    star = new StarButton(words, () -> selection.key().ifPresent(reader::toggle));
    panel =
        new StationPanel(services, words, star, () -> choose.accept(selection.withoutStation()));
    locate = new NativeButton(words.say("near.ask"), click -> locate());
    locate.setId("locate");
    locate.addClassName("action");
    addClassName("side");
    add(reader, tabs, locate, cities, stations, panel);
  }

  /** Nothing is known yet. */
  void showNothing() {
    List.of(tabs, locate, cities, stations, panel).forEach(part -> part.setVisible(false));
  }

  /** Shows this moment. */
  void show(Moment newest, Selection chosen, List<String> shownContracts) {
    moment = newest;
    selection = chosen;
    contracts = shownContracts;
    boolean station = chosen.key().isPresent();
    Side side = side();
    tabs.setVisible(!station);
    tabs.show(side);
    panel.setVisible(station);
    cities.setVisible(!station && side == Side.CITIES);
    stations.setVisible(!station && side != Side.CITIES);
    locate.setVisible(!station && side == Side.NEAR && reader.mayBeAsked());
    if (station) {
      StationKey key = chosen.key().orElseThrow();
      star.show(reader.favourites().contains(key));
      panel.show(key, newest);
    } else if (side == Side.CITIES) {
      cities.show(newest.board(), shownContracts);
    } else {
      stations.show(newest, listing(side));
    }
  }

  /** The map shows this part of the world now; null: as much as there is. */
  void follow(@Nullable Bounds seen) {
    bounds = seen;
    again();
  }

  private Side side() {
    Side wanted = selection.side();
    if (wanted != null) {
      return wanted;
    }
    String contract = selection.contract();
    boolean known =
        contract != null && moment != null && moment.board().figures().containsKey(contract);
    return known ? Side.STATIONS : Side.CITIES;
  }

  private StationList.Listing listing(Side side) {
    return switch (side) {
      case FAVOURITES ->
          listing("favourites.title", search(null, reader.favourites(), null), "favourites.none");
      case NEAR -> near();
      case CITIES, STATIONS -> inView();
    };
  }

  private StationList.Listing inView() {
    String contract = selection.contract();
    String heading =
        contract == null
            ? words.say("stations.title.all")
            : words.say("stations.title", services.contracts().city(contract));
    // All stations of all cities are no list to read.
    if (contract == null && bounds == null && text.isBlank()) {
      StationSearch all = search(Set.of(), null, null);
      return new StationList.Listing(heading, all, words.say("stations.zoom"), reader.favourites());
    }
    return new StationList.Listing(
        heading,
        search(Set.copyOf(contracts), null, null),
        words.say("stations.none"),
        reader.favourites());
  }

  private StationList.Listing near() {
    return switch (reader.whereabouts()) {
      case Whereabouts.NotAsked n -> listing("near.title", null, "near.not-asked");
      case Whereabouts.Asked a -> listing("near.title", null, "near.asked");
      case Whereabouts.Unknown u -> listing("near.title", null, "near." + u.reason());
      case Whereabouts.Known known ->
          listing("near.title", search(null, null, known.spot()), "stations.none");
    };
  }

  private StationList.Listing listing(String heading, @Nullable StationSearch search, String hint) {
    return new StationList.Listing(
        words.say(heading), search, words.say(hint), reader.favourites());
  }

  private StationSearch search(
      @Nullable Set<String> among, @Nullable Set<StationKey> only, @Nullable Spot near) {
    return new StationSearch(among, among == null ? null : bounds, text, only, near);
  }

  private void chooseSide(Side side) {
    if (side == Side.NEAR && !(reader.whereabouts() instanceof Whereabouts.Known)) {
      reader.locate();
    }
    choose.accept(selection.withSide(side));
  }

  private void locate() {
    reader.locate();
    again();
  }

  private void readerChanged() {
    if (side() == Side.NEAR && reader.whereabouts() instanceof Whereabouts.Known known) {
      found.accept(known.spot());
    }
    again();
  }

  private void again() {
    Moment now = moment;
    if (now != null) {
      show(now, selection, contracts);
    }
  }

  @Override
  public void choose(StationKey key) {
    choose.accept(selection.withStation(key));
  }

  @Override
  public void star(StationKey key) {
    reader.toggle(key);
  }

  @Override
  public void search(String wanted) {
    text = wanted;
    again();
  }

  @Override
  public String detail(StationKey key) {
    Side side = side();
    String city =
        side == Side.STATIONS && selection.contract() != null
            ? ""
            : services.contracts().city(key.contract());
    if (side == Side.NEAR && reader.whereabouts() instanceof Whereabouts.Known known) {
      Double km =
          moment == null
              ? null
              : moment.snapshot().find(key).map(o -> known.spot().km(o.place())).orElse(null);
      return km == null ? city : words.distance(km) + " · " + city;
    }
    return city;
  }
}
