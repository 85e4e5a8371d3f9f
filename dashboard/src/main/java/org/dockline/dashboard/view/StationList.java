package org.dockline.dashboard.view;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dockline.dashboard.live.Band;
import org.dockline.dashboard.live.Mark;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.NaturalOrder;
import org.dockline.dashboard.text.Words;
import org.dockline.station.StationKey;
import org.jspecify.annotations.Nullable;

/** The stations of one city, to sort and choose from; id: {@code stations}. */
final class StationList extends Div {

  private static final Mark NOTHING = new Mark(Band.UNKNOWN, null, null);

  private final Words words;
  private final Consumer<Selection> choose;
  private final H2 title = new H2();
  private final Grid<StationKey> grid = new Grid<>();
  private List<StationKey> keys = List.of();
  private @Nullable Moment moment;

  StationList(Words words, Consumer<Selection> choose) {
    this.words = words;
    this.choose = choose;
    addClassNames("side-card", "station-list");
    setId("stations");
    grid.addColumn(nameButton())
        .setHeader(words.say("stations.name"))
        .setComparator(Comparator.comparing(this::nameOf, NaturalOrder.OF_NAMES))
        .setFlexGrow(1)
        .setSortable(true);
    addCount("stations.bikes", Mark::bikes);
    addCount("stations.docks", Mark::docks);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addThemeNames("no-border");
    add(title, grid);
  }

  private void addCount(String header, Function<Mark, @Nullable Integer> count) {
    grid.addColumn(key -> text(count.apply(mark(key))))
        .setHeader(words.say(header))
        // Unknown is not a number: it comes last.
        .setComparator(
            Comparator.comparing(
                (StationKey key) -> count.apply(mark(key)),
                Comparator.nullsLast(Comparator.naturalOrder())))
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("6.8rem")
        .setFlexGrow(0)
        .setSortable(true);
  }

  private LitRenderer<StationKey> nameButton() {
    return LitRenderer.<StationKey>of(
            "<button class=\"row-name\" @click=\"${choose}\"><i class=\"dot band-${item.band}\">"
                + "</i>${item.name}</button>")
        .withProperty("band", key -> mark(key).band().key())
        .withProperty("name", this::nameOf)
        .withFunction("choose", key -> choose.accept(Selection.ofStation(key)));
  }

  /** Shows the stations of that city. */
  void show(Moment newest, String contract, String heading) {
    Moment before = moment;
    moment = newest;
    title.setText(heading);
    List<StationKey> now = keysOf(newest, contract);
    if (!now.equals(keys)) {
      keys = now;
      grid.setItems(new ListDataProvider<>(new ArrayList<>(now)));
    } else if (before != null && newest.version() == before.version() + 1) {
      refresh(newest, contract);
    } else {
      grid.getDataProvider().refreshAll();
    }
  }

  /** Only the rows that the browser holds: each other one would be sent in vain. */
  private void refresh(Moment newest, String contract) {
    for (StationKey key : newest.changed()) {
      if (key.contract().equals(contract) && grid.getDataCommunicator().getKeyMapper().has(key)) {
        grid.getDataProvider().refreshItem(key);
      }
    }
  }

  private List<StationKey> keysOf(Moment moment, String contract) {
    return moment.snapshot().stations().keySet().stream()
        .filter(key -> key.contract().equals(contract))
        .sorted(Comparator.comparing(this::nameOf, NaturalOrder.OF_NAMES))
        .toList();
  }

  private String nameOf(StationKey key) {
    return moment == null ? key.stationId() : StationNames.of(moment.snapshot().find(key), key);
  }

  private Mark mark(StationKey key) {
    return moment == null ? NOTHING : moment.board().marks().getOrDefault(key, NOTHING);
  }

  private String text(@Nullable Integer count) {
    return count == null ? words.say("figures.none") : words.number(count);
  }
}
