package org.dockline.dashboard.history;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dockline.station.StationKey;
import org.dockline.station.flow.StationClose;
import org.dockline.warehouse.LoadMark;
import org.dockline.warehouse.Warehouse;

/** A warehouse that knows one close and how far it is loaded, and nothing else. */
final class FakeWarehouse {

  private FakeWarehouse() {}

  static Warehouse of(
      Map<String, Instant> loadedThrough, StationKey key, LocalDate date, StationClose left) {
    return (Warehouse)
        Proxy.newProxyInstance(
            Warehouse.class.getClassLoader(),
            new Class<?>[] {Warehouse.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "loadMark" -> new LoadMark(loadedThrough.get(args[0]), 1, null);
                  case "findClose" ->
                      key.equals(args[0]) && date.equals(args[1])
                          ? Optional.of(left)
                          : Optional.empty();
                  case "listPoints", "listHours" -> List.of();
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
