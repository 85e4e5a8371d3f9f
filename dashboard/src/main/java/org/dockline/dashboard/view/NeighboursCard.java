package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.dockline.dashboard.live.Band;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.dashboard.live.Mark;
import org.dockline.dashboard.live.Neighbours;
import org.dockline.dashboard.live.Neighbours.Neighbour;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Words;
import org.dockline.station.StationKey;
import org.jspecify.annotations.Nullable;

/** The nearest other stations and what they have now. Id: {@code neighbours}. */
final class NeighboursCard extends Card {

  private static final Mark NOTHING = new Mark(Band.UNKNOWN, null, null);

  private final Words words;
  private final int most;
  private final Function<StationKey, String> address;
  private final UnorderedList list = new UnorderedList();
  private final List<Row> rows = new ArrayList<>();
  private @Nullable StationKey around;
  private int stations;

  /**
   * Shows none yet.
   *
   * @param most how many at most
   * @param address where a station is looked at
   */
  NeighboursCard(Words words, int most, Function<StationKey, String> address) {
    super("neighbours", words.say("neighbours.title"));
    this.words = words;
    this.most = most;
    this.address = address;
    list.addClassName("neighbours");
    add(list);
  }

  /** Those around that station; they change seldom, what they have changes all the time. */
  void show(StationKey key, Moment moment) {
    LiveSnapshot snapshot = moment.snapshot();
    if (!key.equals(around) || snapshot.stations().size() != stations) {
      around = key;
      stations = snapshot.stations().size();
      list.removeAll();
      rows.clear();
      for (Neighbour neighbour : Neighbours.of(snapshot, key, most)) {
        Row row =
            new Row(neighbour, StationNames.of(snapshot.find(neighbour.key()), neighbour.key()));
        rows.add(row);
        list.add(row);
      }
      setVisible(!rows.isEmpty());
    }
    rows.forEach(row -> row.show(moment.board().marks().getOrDefault(row.key, NOTHING)));
  }

  private final class Row extends ListItem {

    private final StationKey key;
    private final Span dot = new Span();
    private final Span counts = new Span();
    private @Nullable Mark shown;

    Row(Neighbour neighbour, String name) {
      key = neighbour.key();
      Anchor link = new Anchor(address.apply(key), name);
      link.addClassName("neighbour-name");
      Span distance = new Span(words.distance(neighbour.km()));
      distance.addClassName("neighbour-distance");
      counts.addClassName("neighbour-counts");
      add(dot, link, distance, counts);
    }

    void show(Mark mark) {
      if (mark.equals(shown)) {
        return;
      }
      shown = mark;
      dot.setClassName("dot band-" + mark.band().key());
      counts.setText(text(mark));
    }

    private String text(Mark mark) {
      if (mark.bikes() == null) {
        return words.say("band." + mark.band().key());
      }
      String docks =
          mark.docks() == null
              ? words.say("tile.docks.unknown")
              : words.say("tile.docks", Objects.requireNonNull(mark.docks()));
      return words.say("neighbours.bikes", mark.bikes()) + " · " + docks;
    }
  }
}
