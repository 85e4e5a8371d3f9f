package org.dockline.dashboard.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dockline.dashboard.text.Words;

/** A titled table of a few dozen rows of text; says so when it has none. */
final class PlainTable extends Div {

  private final List<String> headers;
  private final Div note = new Div();
  private final NativeTableBody body = new NativeTableBody();
  private final NativeTable table = new NativeTable();
  private final Div none;
  private final NativeTableRow head = new NativeTableRow();
  private Set<Integer> figures = Set.of();
  private List<List<String>> shown = List.of();

  PlainTable(String id, String title, String whenEmpty, List<String> headers) {
    this.headers = List.copyOf(headers);
    setId(id);
    addClassName("table-card");
    note.addClassName("hint");
    note.setVisible(false);
    none = new Div(whenEmpty);
    none.addClassName("hint");
    headers.forEach(header -> head.add(TextTable.headerCell(header, "col")));
    table.add(TextTable.heard(title), new NativeTableHeader(head), body);
    Div scroller = new Div(table);
    scroller.addClassName("table-scroll");
    add(new H2(title), note, none, scroller);
    show(List.of());
  }

  /**
   * One whose texts are there under its id: {@code ID.title}, {@code ID.none} and {@code
   * ID.COLUMN}.
   */
  static PlainTable of(Words words, String id, String... columns) {
    List<String> headers = Arrays.stream(columns).map(c -> words.say(id + "." + c)).toList();
    return new PlainTable(id, words.say(id + ".title"), words.say(id + ".none"), headers);
  }

  /** Columns, from 0, that hold figures: they end below each other, and can be compared. */
  PlainTable figures(Integer... columns) {
    figures = Set.of(columns);
    markFigures(head.getChildren().toList());
    return this;
  }

  private void markFigures(List<Component> cells) {
    figures.forEach(column -> cells.get(column).getElement().getClassList().add("number"));
  }

  /** What to say when there are no rows. */
  void none(String text) {
    Quiet.text(none, text);
  }

  /** What to know of the rows; empty for nothing. */
  void note(String text) {
    Quiet.text(note, text);
    note.setVisible(!text.isEmpty());
  }

  /** Shows these rows; the same as before send nothing. */
  void show(List<List<String>> rows) {
    none.setVisible(rows.isEmpty());
    table.setVisible(!rows.isEmpty());
    if (!rows.equals(shown)) {
      shown = rows;
      body.removeAll();
      rows.forEach(this::addRow);
    }
  }

  private void addRow(List<String> texts) {
    NativeTableRow row = new NativeTableRow();
    for (int i = 0; i < texts.size(); i++) {
      NativeTableCell cell = new NativeTableCell(texts.get(i));
      // Where a row does not fit, its cells stand one below the other, each with its name.
      cell.getElement().setAttribute("data-label", headers.get(i));
      row.add(cell);
    }
    markFigures(row.getChildren().toList());
    body.add(row);
  }
}
