package org.dockline.dashboard.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A table whose cells are components; its first column names the rows. */
final class RowTable extends Div {

  private final List<String> headers;
  private final NativeTableBody body = new NativeTableBody();

  RowTable(String caption, List<String> headers) {
    this.headers = List.copyOf(headers);
    NativeTableCaption said = TextTable.heard(caption);
    NativeTableRow head = new NativeTableRow();
    headers.forEach(header -> head.add(TextTable.headerCell(header, "col")));
    NativeTable table = new NativeTable(said, new NativeTableHeader(head), body);
    table.addClassNames("text-table", "share-table");
    add(table);
  }

  void clear() {
    body.removeAll();
  }

  /** Where a row does not fit, its cells stand one below the other, each with its name. */
  void row(NativeTableRow row) {
    for (int i = 1; i < headers.size(); i++) {
      row.getComponentAt(i).getElement().setAttribute("data-label", headers.get(i));
    }
    body.add(row);
  }

  static NativeTableRow rowOf(String name, Component... cells) {
    NativeTableRow row = new NativeTableRow();
    row.add(TextTable.headerCell(name, "row"));
    fill(row, cells);
    return row;
  }

  static NativeTableRow rowOf(Component name, Component... cells) {
    NativeTableRow row = rowOf("");
    row.getComponentAt(0).getElement().appendChild(name.getElement());
    fill(row, cells);
    return row;
  }

  private static void fill(NativeTableRow row, Component... cells) {
    for (Component content : cells) {
      NativeTableCell cell = new NativeTableCell();
      cell.add(content);
      row.add(cell);
    }
  }
}
