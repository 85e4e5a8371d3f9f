package org.dockline.dashboard.view;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.dockline.dashboard.view.StationSearch.Spot;
import org.dockline.station.StationKey;

/**
 * What the reader's browser alone keeps or knows: the favourites, which no server stores, and where
 * it is, which it tells only when asked and allowed to. Id: {@code reader}.
 */
@Tag("dl-reader")
@JsModule("context://dockline/reader.js")
final class Reader extends Component {

  /** What came of asking where the reader is. */
  sealed interface Whereabouts {
    /** Not asked. */
    record NotAsked() implements Whereabouts {}

    /** Asked, and not answered yet. */
    record Asked() implements Whereabouts {}

    /** There. */
    record Known(Spot spot) implements Whereabouts {}

    /**
     * Not to be had.
     *
     * @param reason {@code refused}, {@code unavailable} or {@code timeout}
     */
    record Unknown(String reason) implements Whereabouts {}
  }

  /** More than anyone marks; what a browser says beyond it is not kept here. */
  private static final int MOST_FAVOURITES = 500;

  private final Runnable changed;
  private Set<StationKey> favourites = Set.of();
  private Whereabouts whereabouts = new Whereabouts.NotAsked();

  /**
   * Nothing is known yet.
   *
   * @param changed told when something is
   */
  Reader(Runnable changed) {
    this.changed = changed;
    setId("reader");
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    getElement().executeJs("this.tell()");
  }

  /** Marked stations, in the order of their marking. */
  Set<StationKey> favourites() {
    return favourites;
  }

  /** Marks a station, or takes the mark away. */
  void toggle(StationKey key) {
    getElement().executeJs("this.toggle($0)", key.toString());
  }

  Whereabouts whereabouts() {
    return whereabouts;
  }

  /** Whether asking where the reader is would tell more than is known. */
  boolean mayBeAsked() {
    return whereabouts instanceof Whereabouts.NotAsked
        || whereabouts instanceof Whereabouts.Unknown;
  }

  /** Asks the browser, which asks its user. */
  void locate() {
    whereabouts = new Whereabouts.Asked();
    getElement().executeJs("this.locate()");
  }

  /** Called by reader.js with one key a line. */
  @ClientCallable
  void favourites(String keys) {
    Set<StationKey> read = new LinkedHashSet<>();
    keys.lines().limit(MOST_FAVOURITES).forEach(line -> read(line, read::add));
    if (!read.equals(favourites)) {
      favourites = Collections.unmodifiableSet(read);
      changed.run();
    }
  }

  private static void read(String line, Consumer<StationKey> sink) {
    try {
      sink.accept(StationKey.parse(line));
    } catch (IllegalArgumentException e) {
      // Somebody wrote into the browser's storage by hand; it is theirs.
    }
  }

  /** Called by reader.js. */
  @ClientCallable
  void located(double latitude, double longitude) {
    whereabouts = new Whereabouts.Known(new Spot(latitude, longitude));
    changed.run();
  }

  /** Called by reader.js with the number that browsers give to the reason. */
  @ClientCallable
  void notLocated(int code) {
    whereabouts =
        new Whereabouts.Unknown(code == 1 ? "refused" : code == 3 ? "timeout" : "unavailable");
    changed.run();
  }
}
