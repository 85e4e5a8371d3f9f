package org.dockline.dashboard.view;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.TextRenderer;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Contracts;
import org.dockline.dashboard.text.Folded;
import org.dockline.dashboard.text.NaturalOrder;
import org.dockline.dashboard.text.Words;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a country, a city and a station. Ids: {@code choose-country}, {@code choose-contract},
 * {@code choose-station}.
 */
final class Chooser extends Div {

  private final Words words;
  private final Contracts contracts;
  private final Consumer<Selection> choose;
  private final Select<String> country = new Select<>();
  private final ComboBox<String> contract = new ComboBox<>();
  private final ComboBox<StationKey> station = new ComboBox<>();
  private Selection selection = Selection.ALL;
  private List<String> knownContracts = List.of();
  private @Nullable Moment moment;

  Chooser(Words words, Contracts contracts, Consumer<Selection> choose) {
    this.words = words;
    this.contracts = contracts;
    this.choose = choose;
    addClassName("chooser");
    setUpCountry();
    setUpContract();
    setUpStation();
    add(country, contract, station);
  }

  private void setUpCountry() {
    country.setId("choose-country");
    country.setLabel(words.say("choose.country"));
    country.setPlaceholder(words.say("choose.country.all"));
    country.setEmptySelectionAllowed(true);
    country.setEmptySelectionCaption(words.say("choose.country.all"));
    country.setItemLabelGenerator(
        code ->
            code == null
                ? words.say("choose.country.all")
                : Contracts.countryName(code, words.locale()));
    country.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            choose.accept(Selection.ofCountry(change.getValue()));
          }
        });
  }

  private void setUpContract() {
    contract.setId("choose-contract");
    contract.setLabel(words.say("choose.contract"));
    contract.setPlaceholder(words.say("choose.contract.all"));
    contract.setClearButtonVisible(true);
    // The list names the operator's brand as well; the field has no room for it, the page's head
    // has.
    contract.setItemLabelGenerator(contracts::city);
    contract.setRenderer(new TextRenderer<>(this::contractLabel));
    contract.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            choose.accept(new Selection(selection.country(), change.getValue(), null, null));
          }
        });
  }

  private void setUpStation() {
    station.setId("choose-station");
    station.setLabel(words.say("choose.station"));
    station.setPlaceholder(words.say("choose.station.hint"));
    station.setClearButtonVisible(true);
    station.setItemLabelGenerator(this::stationLabel);
    station.setItems(this::find);
    station.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            choose.accept(
                change.getValue() == null
                    ? selection.withoutStation()
                    : selection.withStation(change.getValue()));
          }
        });
  }

  /** Brings the lists to this moment. */
  void show(Moment newest) {
    moment = newest;
    List<String> all = List.copyOf(newest.board().figures().keySet());
    if (!all.equals(knownContracts)) {
      knownContracts = all;
      TreeSet<String> countries = new TreeSet<>();
      all.forEach(name -> contracts.countryCode(name).ifPresent(countries::add));
      country.setItems(
          countries.stream()
              .sorted(Comparator.comparing(c -> Contracts.countryName(c, words.locale())))
              .toList());
      offerContracts();
    }
  }

  /** Shows what is chosen. */
  void select(Selection chosen) {
    selection = chosen;
    offerContracts();
    country.setValue(chosen.country());
    station.getDataProvider().refreshAll();
    station.setValue(
        chosen.key().filter(key -> moment != null && isPresent(moment, key)).orElse(null));
  }

  private void offerContracts() {
    contract.setItems(
        (name, wanted) -> Folded.matches(contractLabel(name), wanted),
        knownContracts.stream()
            .filter(
                name ->
                    selection.country() == null
                        || contracts
                            .countryCode(name)
                            .filter(code -> code.equals(selection.country()))
                            .isPresent())
            .toList());
    String chosen = selection.contract();
    contract.setValue(chosen != null && knownContracts.contains(chosen) ? chosen : null);
  }

  private Stream<StationKey> find(Query<StationKey, String> query) {
    Moment now = moment;
    if (now == null) {
      // Both must be asked for, whatever comes of it.
      return Stream.<StationKey>empty().skip(query.getOffset()).limit(query.getLimit());
    }
    String wanted = query.getFilter().orElse("");
    return inView(now)
        .filter(o -> wanted.isBlank() || Folded.matches(StationNames.searchText(o), wanted))
        .map(StationObservation::key)
        .skip(query.getOffset())
        .limit(query.getLimit());
  }

  /** Those of the chosen city by name; those of all cities as they come, city by city. */
  private Stream<StationObservation> inView(Moment now) {
    Stream<StationObservation> all = now.snapshot().stations().values().stream();
    String chosen = selection.contract();
    return chosen == null
        ? all
        : all.filter(o -> isIn(o, chosen))
            .sorted(Comparator.comparing(StationNames::of, NaturalOrder.OF_NAMES));
  }

  private static boolean isIn(StationObservation o, String name) {
    return o.key().contract().equals(name);
  }

  private static boolean isPresent(Moment moment, StationKey key) {
    return moment.snapshot().find(key).isPresent();
  }

  private String contractLabel(String name) {
    String brand = contracts.brand(name);
    return brand == null ? contracts.city(name) : contracts.city(name) + " · " + brand;
  }

  private String stationLabel(StationKey key) {
    String name =
        moment == null ? key.stationId() : StationNames.of(moment.snapshot().find(key), key);
    return selection.contract() == null ? name + " · " + contracts.city(key.contract()) : name;
  }
}
