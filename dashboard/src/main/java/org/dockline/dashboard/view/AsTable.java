package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.List;
import java.util.function.Supplier;
import org.dockline.dashboard.text.Words;

/**
 * What a chart shows, as a table for those who can't see it or want the figures. It is filled when
 * somebody opens it.
 */
final class AsTable extends NativeDetails {

  private final TextTable table;
  private Supplier<List<List<String>>> rows = List::of;

  AsTable(Words words, String caption, List<String> headers) {
    super(words.say("table.show"));
    addClassName("as-table");
    table = new TextTable(caption, headers);
    Div scroller = new Div(table);
    scroller.addClassName("as-table-scroll");
    scroller.getElement().setAttribute("tabindex", "0");
    scroller.getElement().setAttribute("role", "region");
    scroller.getElement().setAttribute("aria-label", caption);
    setContent(scroller);
    addToggleListener(toggle -> fill());
  }

  /** The rows are made when they are wanted. */
  void show(Supplier<List<List<String>>> newest) {
    rows = newest;
    fill();
  }

  private void fill() {
    if (isOpen()) {
      table.show(rows.get());
    }
  }
}
