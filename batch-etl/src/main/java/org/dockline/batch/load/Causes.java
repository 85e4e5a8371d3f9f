package org.dockline.batch.load;

import java.util.stream.Stream;
import org.dockline.warehouse.WarehouseException;

/** Finds, below the frames of Spark, what went wrong. */
final class Causes {

  private Causes() {}

  /** What the warehouse said, when it was the warehouse; else the innermost cause. In one line. */
  static String sentence(Throwable failure) {
    Throwable cause =
        Stream.iterate(failure, t -> t != null, Throwable::getCause)
            .reduce((outer, inner) -> outer instanceof WarehouseException ? outer : inner)
            .orElse(failure);
    String message = cause.getMessage();
    return message == null
        ? cause.toString()
        : message.lines().findFirst().orElseGet(cause::toString);
  }
}
