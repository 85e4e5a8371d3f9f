package org.dockline.dashboard.history;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.dockline.warehouse.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * A warehouse in which a load commits right before a certain question is answered: from then on all
 * answers are those after the load.
 */
final class Busy {

  private final Warehouse before;
  private final Warehouse after;
  private final int at;
  private int asked;

  /**
   * Makes it.
   *
   * @param at the number of the question, from 1; 0: one or the other, question by question
   */
  Busy(Warehouse before, Warehouse after, int at) {
    this.before = before;
    this.after = after;
    this.at = at;
  }

  Warehouse warehouse() {
    return (Warehouse)
        Proxy.newProxyInstance(
            Warehouse.class.getClassLoader(),
            new Class<?>[] {Warehouse.class},
            (proxy, method, arguments) -> answer(method, arguments));
  }

  private Object answer(Method method, Object @Nullable [] arguments) throws Throwable {
    asked++;
    boolean loaded = at == 0 ? asked % 2 == 0 : asked >= at;
    try {
      return method.invoke(loaded ? after : before, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
