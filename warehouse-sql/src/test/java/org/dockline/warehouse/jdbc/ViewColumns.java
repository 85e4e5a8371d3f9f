package org.dockline.warehouse.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The views of a database and their columns, in order. */
final class ViewColumns {

  private ViewColumns() {}

  static Map<String, List<String>> of(WarehouseLogin login) {
    Map<String, List<String>> columns = new TreeMap<>();
    Tables.ask(
            login,
            "SELECT c.table_name, c.column_name FROM information_schema.columns c"
                + " JOIN information_schema.views v"
                + " ON v.table_schema = c.table_schema AND v.table_name = c.table_name"
                + " WHERE v.table_schema = 'bikes' ORDER BY c.table_name, c.ordinal_position")
        .stream()
        .skip(1)
        .map(line -> line.split(" \\| ", -1))
        .forEach(pair -> columns.computeIfAbsent(pair[0], name -> new ArrayList<>()).add(pair[1]));
    return columns;
  }

  /** Not those that programs alone read. */
  static boolean forAnalysts(String view) {
    return !view.startsWith("v_serving_") && !view.equals("v_schema_version");
  }
}
