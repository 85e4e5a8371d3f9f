package org.dockline.dashboard.view;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dockline.dashboard.live.Band;
import org.dockline.dashboard.live.Mark;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.NaturalOrder;
import org.dockline.dashboard.text.Words;
import org.dockline.station.StationKey;
import org.jspecify.annotations.Nullable;

/**
 * Stations to search, sort, mark and choose from; ids: {@code stations}, {@code stations-search},
 * {@code stations-count}, {@code stations-hint}.
 */
final class StationList extends Div {

  /**
   * What it is about.
   *
   * @param heading its title
   * @param search what is in it; null where there is nothing to search in yet
   * @param hint what is said when there is nothing in it
   * @param marked favourites among all stations
   */
  record Listing(
      String heading, @Nullable StationSearch search, String hint, Set<StationKey> marked) {}

  /** What a reader may do in it. */
  interface Uses {
    /** Chooses a station. */
    void choose(StationKey key);

    /** Marks it, or takes the mark away. */
    void star(StationKey key);

    /** Searches for a text. */
    void search(String text);

    /** What stands below the name: the city, the distance; may be blank. */
    String detail(StationKey key);
  }

  private static final Mark NOTHING = new Mark(Band.UNKNOWN, null, null);
  private static final int TYPING_MILLIS = 250;

  private final Words words;
  private final Uses uses;
  private final H2 title = new H2();
  private final Span count = new Span();
  private final Input search = new Input();
  private final Div hint = new Div();
  private final Grid<StationKey> grid = new Grid<>();
  private List<StationKey> keys = List.of();
  private @Nullable Listing listing;
  private @Nullable Moment moment;

  StationList(Words words, Uses uses) {
    this.words = words;
    this.uses = uses;
    addClassNames("side-card", "station-list");
    setId("stations");
    count.setId("stations-count");
    count.addClassName("hint");
    count.getElement().setAttribute("role", "status");
    hint.setId("stations-hint");
    hint.addClassName("empty-state");
    Div head = new Div(title, count);
    head.addClassName("list-head");
    setUpSearch();
    setUpGrid();
    add(head, search, hint, grid);
  }

  private void setUpSearch() {
    search.setId("stations-search");
    search.setType("search");
    search.addClassName("search");
    search.setPlaceholder(words.say("stations.search"));
    search.getElement().setAttribute("aria-label", words.say("stations.search"));
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.setValueChangeTimeout(TYPING_MILLIS);
    search.addValueChangeListener(change -> uses.search(change.getValue().strip()));
  }

  private void setUpGrid() {
    grid.addColumn(nameAndStar())
        .setHeader(words.say("stations.name"))
        .setComparator(Comparator.comparing(this::nameOf, NaturalOrder.OF_NAMES))
        .setFlexGrow(1)
        .setSortable(true);
    addCount("stations.bikes", Mark::bikes);
    addCount("stations.docks", Mark::docks);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addThemeNames("no-border");
  }

  private void addCount(String header, Function<Mark, @Nullable Integer> counted) {
    grid.addColumn(key -> text(counted.apply(mark(key))))
        .setHeader(words.say(header))
        // Unknown is not a number: it comes last.
        .setComparator(
            Comparator.comparing(
                (StationKey key) -> counted.apply(mark(key)),
                Comparator.nullsLast(Comparator.naturalOrder())))
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("5.6rem")
        .setFlexGrow(0)
        .setSortable(true);
  }

  private LitRenderer<StationKey> nameAndStar() {
    return LitRenderer.<StationKey>of(
            "<div class=\"row\"><button class=\"star\" aria-pressed=\"${item.marked}\""
                + " aria-label=\"${item.markIt}\" @click=\"${star}\"></button>"
                + "<button class=\"row-name\" @click=\"${choose}\"><i class=\"dot band-${item.band}\">"
                + "</i><span>${item.name}<small>${item.detail}</small></span></button></div>")
        .withProperty("band", key -> mark(key).band().key())
        .withProperty("name", this::nameOf)
        .withProperty("detail", uses::detail)
        .withProperty("marked", key -> Boolean.toString(isMarked(key)))
        .withProperty("markIt", key -> words.say("favourites.mark.named", nameOf(key)))
        .withFunction("star", uses::star)
        .withFunction("choose", uses::choose);
  }

  /** Shows these as they are now; what did not change sends nothing. */
  void show(Moment newest, Listing wanted) {
    Moment before = moment;
    Listing shown = listing;
    moment = newest;
    listing = wanted;
    Quiet.text(title, wanted.heading());
    boolean next = before != null && newest.version() <= before.version() + 1;
    boolean same = shown != null && wanted.equals(shown);
    if (!same || !next || newest.delta() == null) {
      showAll(newest, wanted);
    } else if (before != null && newest.version() > before.version()) {
      refresh(newest);
    }
  }

  private void showAll(Moment newest, Listing wanted) {
    StationSearch found = wanted.search();
    List<StationKey> now = found == null ? List.of() : found.in(newest.snapshot());
    if (now.equals(keys)) {
      grid.getDataProvider().refreshAll();
    } else {
      keys = now;
      grid.setItems(new ListDataProvider<>(new ArrayList<>(now)));
    }
    Quiet.text(count, now.isEmpty() ? "" : words.say("stations.count", now.size()));
    Quiet.text(hint, wanted.hint());
    hint.setVisible(now.isEmpty());
    grid.setVisible(!now.isEmpty());
    search.setVisible(found != null);
  }

  /** Only the rows that the browser holds: each other one would be sent in vain. */
  private void refresh(Moment newest) {
    for (StationKey key : newest.changed()) {
      if (grid.getDataCommunicator().getKeyMapper().has(key)) {
        grid.getDataProvider().refreshItem(key);
      }
    }
  }

  private boolean isMarked(StationKey key) {
    return listing != null && listing.marked().contains(key);
  }

  private String nameOf(StationKey key) {
    return moment == null ? key.stationId() : StationNames.of(moment.snapshot().find(key), key);
  }

  private Mark mark(StationKey key) {
    return moment == null ? NOTHING : moment.board().marks().getOrDefault(key, NOTHING);
  }

  private String text(@Nullable Integer counted) {
    return counted == null ? words.say("figures.none") : words.number(counted);
  }
}
