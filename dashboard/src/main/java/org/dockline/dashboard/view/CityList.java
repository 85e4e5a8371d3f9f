package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dockline.dashboard.live.Band;
import org.dockline.dashboard.live.Board;
import org.dockline.dashboard.live.Figures;
import org.dockline.dashboard.text.Contracts;
import org.dockline.dashboard.text.Words;

/** All cities with what they have, to choose one from; ids: {@code city-CONTRACT}. */
final class CityList extends Div {

  private final Words words;
  private final Contracts contracts;
  private final Consumer<Selection> choose;
  private final UnorderedList list = new UnorderedList();
  private final Map<String, Row> rows = new LinkedHashMap<>();

  CityList(Words words, Contracts contracts, Consumer<Selection> choose) {
    this.words = words;
    this.contracts = contracts;
    this.choose = choose;
    addClassName("side-card");
    setId("cities");
    H2 title = new H2(words.say("cities.title"));
    list.addClassName("cities");
    add(title, list);
  }

  /** Shows these cities; rows whose figures are as before send nothing. */
  void show(Board board, Collection<String> shown) {
    if (!List.copyOf(rows.keySet()).equals(List.copyOf(shown))) {
      list.removeAll();
      rows.clear();
      for (String contract : shown) {
        Row row = new Row(contract);
        rows.put(contract, row);
        list.add(new ListItem(row));
      }
    }
    rows.forEach((contract, row) -> row.show(board.figures().getOrDefault(contract, Figures.NONE)));
  }

  private final class Row extends NativeButton {

    private final Span bikes = new Span();
    private final Span stations = new Span();
    private final Div bar = new Div();
    private final Map<Band, Span> parts = new EnumMap<>(Band.class);

    Row(String contract) {
      addClassName("city");
      setId("city-" + contract);
      Span name = new Span(contracts.city(contract));
      name.addClassName("city-name");
      Span brand = new Span();
      String called = contracts.brand(contract);
      brand.setText(called == null ? "" : called);
      brand.addClassName("city-brand");
      bikes.addClassName("city-bikes");
      stations.addClassName("city-stations");
      bar.addClassName("band-bar");
      bar.getElement().setAttribute("aria-hidden", "true");
      add(name, brand, bikes, stations, bar);
      addClickListener(click -> choose.accept(Selection.ofContract(contract)));
      for (Band band : Band.values()) {
        Span part = new Span();
        part.addClassName("band-" + band.key());
        parts.put(band, part);
        bar.add(part);
      }
    }

    void show(Figures f) {
      Quiet.text(bikes, words.say("cities.bikes", words.number(f.bikes())));
      Quiet.text(stations, words.say("cities.stations", words.number(f.stations())));
      parts.forEach((band, part) -> size(part, f.in(band)));
    }

    /** A band without stations takes no room, not even that of a gap. */
    private static void size(Span part, int stations) {
      part.setVisible(stations > 0);
      part.getStyle().set("flex-grow", Integer.toString(stations));
    }
  }
}
