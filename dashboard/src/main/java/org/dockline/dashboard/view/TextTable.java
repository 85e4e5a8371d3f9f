package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A table of text whose first column names the rows, with a caption for those who hear it. */
final class TextTable extends NativeTable {

  private final NativeTableBody body = new NativeTableBody();
  private List<List<String>> shown = List.of();

  TextTable(String caption, List<String> headers) {
    addClassName("text-table");
    NativeTableCaption said = heard(caption);
    NativeTableRow row = new NativeTableRow();
    headers.forEach(header -> row.add(headerCell(header, "col")));
    add(said, new NativeTableHeader(row), body);
  }

  /** Shows these rows; the same as before send nothing. */
  void show(List<List<String>> rows) {
    if (!rows.equals(shown)) {
      shown = rows;
      body.removeAll();
      rows.forEach(texts -> body.add(row(texts)));
    }
  }

  private static NativeTableRow row(List<String> texts) {
    NativeTableRow row = new NativeTableRow();
    row.add(headerCell(texts.getFirst(), "row"));
    texts.subList(1, texts.size()).forEach(text -> row.add(new NativeTableCell(text)));
    return row;
  }

  /** A caption for those who hear the page. */
  static NativeTableCaption heard(String text) {
    NativeTableCaption caption = new NativeTableCaption();
    caption.setText(text);
    caption.addClassName("only-heard");
    return caption;
  }

  static NativeTableHeaderCell headerCell(String text, String scope) {
    NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
    cell.getElement().setAttribute("scope", scope);
    return cell;
  }
}
