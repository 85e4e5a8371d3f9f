package org.dockline.warehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dockline.station.testing.ObservationBuilder.polledAt;
import static org.dockline.warehouse.testing.Loader.lyon;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dockline.warehouse.AnalystViews;
import org.dockline.warehouse.AnalystViews.Column;
import org.dockline.warehouse.AnalystViews.ColumnType;
import org.dockline.warehouse.AnalystViews.Filter;
import org.dockline.warehouse.AnalystViews.Operator;
import org.dockline.warehouse.AnalystViews.Query;
import org.dockline.warehouse.AnalystViews.View;
import org.dockline.warehouse.testing.Loader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcAnalystViewsTest {

  private final WarehouseLogin login = H2Database.migrated();
  private final JdbcWarehouse warehouse = JdbcWarehouse.open(login, Clock.systemUTC());
  private final JdbcAnalystViews views = JdbcAnalystViews.of(login);

  @BeforeEach
  void load() {
    Loader loader = new Loader(warehouse);
    loader.load(lyon("2026-03-01"), polledAt("2026-03-01T10:00:00Z").bikes(5).build());
    loader.load(lyon("2026-03-02"), polledAt("2026-03-02T10:00:00Z").bikes(6).build());
  }

  @AfterEach
  void close() {
    views.close();
    warehouse.close();
  }

  @Test
  void everyViewCanBeReadInItsOrder() {
    for (String name : views.names()) {
      View view = views.find(name).orElseThrow();
      List<String> columns = view.columns().stream().map(Column::name).toList();
      for (String key : ViewRows.ORDER.get(name).split(", ", -1)) {
        assertThat(columns).as("%s is ordered by", name).contains(key);
      }
      assertThat(rows(view, List.of(), 0, 5)).as(name).hasSizeLessThanOrEqualTo(5);
    }
  }

  @Test
  void columnsHaveTypes() {
    View view = views.find("v_observation").orElseThrow();
    assertThat(view.columns())
        .contains(
            new Column("contract", ColumnType.TEXT),
            new Column("bikes", ColumnType.INTEGER),
            new Column("banking", ColumnType.FLAG),
            new Column("observed_at", ColumnType.TIME),
            new Column("local_time", ColumnType.LOCAL_TIME));
    assertThat(views.find("v_contract_day").orElseThrow().columns())
        .contains(
            new Column("local_date", ColumnType.DATE), new Column("coverage", ColumnType.REAL));
  }

  @Test
  void filtersAreHalfOpenAndPagesFollowEachOther() {
    View view = views.find("v_station_hour").orElseThrow();
    Column date = view.find("local_date").orElseThrow();
    List<Filter> secondDay =
        List.of(
            new Filter(date, Operator.FROM, LocalDate.parse("2026-03-02")),
            new Filter(date, Operator.BEFORE, LocalDate.parse("2026-03-03")),
            new Filter(view.find("contract").orElseThrow(), Operator.EQUAL, "lyon"));
    List<Object> all = rows(view, secondDay, 0, 100);
    assertThat(all).hasSize(24);
    List<Object> pages = rows(view, secondDay, 0, 10);
    pages.addAll(rows(view, secondDay, 10, 100));
    assertThat(pages).isEqualTo(all);
  }

  @Test
  void aTableIsNoView() {
    assertThat(views.find("fact_observation")).isEmpty();
    assertThat(views.find("v_contract; DROP TABLE bikes.load_run")).isEmpty();
  }

  private List<Object> rows(View view, List<Filter> filters, int offset, int limit) {
    List<Object> rows = new ArrayList<>();
    AnalystViews.RowSink sink = values -> rows.add(Arrays.asList(values));
    views.read(new Query(view, filters, offset, limit), sink);
    return rows;
  }
}
