package org.dockline.batch.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Predicate;
import org.dockline.station.ContractDay;
import org.dockline.warehouse.Warehouse;
import org.dockline.warehouse.WarehouseException;

/** A warehouse that does not let some days in. */
public final class RefusingWarehouse {

  private RefusingWarehouse() {}

  /** Like {@code warehouse}, but for the replacement of the days refused. */
  public static Warehouse of(Warehouse warehouse, Predicate<ContractDay> refused) {
    return (Warehouse)
        Proxy.newProxyInstance(
            Warehouse.class.getClassLoader(),
            new Class<?>[] {Warehouse.class},
            (proxy, method, args) -> {
              if (method.getName().equals("replaceDay") && refused.test((ContractDay) args[1])) {
                throw new WarehouseException("refused", new IllegalStateException());
              }
              try {
                return method.invoke(warehouse, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
