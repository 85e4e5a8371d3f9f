package org.dockline.warehouse;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The views for analysts, read by name, with filters. Only the views listed here can be read, only
 * by the columns they have, and nothing that a caller says becomes part of a statement's text.
 */
public interface AnalystViews {

  /** The names of the views that can be read. */
  List<String> names();

  /**
   * A view with its columns as they are in the database.
   *
   * @return empty when there is none of that name
   * @throws WarehouseException when the database is away or refuses
   */
  Optional<View> find(String name);

  /**
   * Reads rows in a fixed order.
   *
   * @throws WarehouseException when the database is away or refuses, or the answer takes too long
   */
  void read(Query query, RowSink sink);

  /** What kind of values a column holds. */
  enum ColumnType {
    /** {@link String}. */
    TEXT,
    /** {@link Long}. */
    INTEGER,
    /** {@link Double}. */
    REAL,
    /** {@link Boolean}. */
    FLAG,
    /** {@link java.time.Instant}. */
    TIME,
    /** {@link java.time.LocalDateTime}: the contract's own clock. */
    LOCAL_TIME,
    /** {@link java.time.LocalDate}. */
    DATE
  }

  /** A column. */
  record Column(String name, ColumnType type) {}

  /** A view and its columns, in order. */
  record View(String name, List<Column> columns) {

    /** Copies the list. */
    public View {
      columns = List.copyOf(columns);
    }

    /** The column of that name, or empty. */
    public Optional<Column> find(String column) {
      return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }
  }

  /** How a value is compared with a column. */
  enum Operator {
    /** The same. */
    EQUAL,
    /** Not less. */
    FROM,
    /** Less. */
    BEFORE
  }

  /**
   * A condition on a row.
   *
   * @param value of the column's type
   */
  record Filter(Column column, Operator operator, Object value) {}

  /**
   * What to read.
   *
   * @param filters all must hold
   * @param offset how many rows to pass over
   * @param limit how many rows to read at most
   */
  record Query(View view, List<Filter> filters, int offset, int limit) {

    /** Copies the list. */
    public Query {
      filters = List.copyOf(filters);
    }
  }

  /** Takes one row after the other. */
  @FunctionalInterface
  interface RowSink {

    /** One row: values in the order of the view's columns, null where SQL's NULL is. */
    void row(@Nullable Object[] values);
  }
}
