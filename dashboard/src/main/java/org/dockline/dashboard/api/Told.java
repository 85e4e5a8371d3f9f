package org.dockline.dashboard.api;

import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer as it is written: facts about it, and rows. Values are those {@link Json} knows. */
interface Told extends Closeable {

  /** A fact about the whole; null is not told. */
  void fact(String name, @Nullable Object value);

  /** Begins rows; once. */
  void rows(String name, List<String> columns);

  /** One row, as many values as there are columns; null is not told. */
  void row(@Nullable Object... values);

  /** Ends the rows; further facts may follow. */
  void endRows();

  @Override
  void close();
}
