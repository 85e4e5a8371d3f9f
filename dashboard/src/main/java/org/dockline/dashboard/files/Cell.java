package org.dockline.dashboard.files;

import java.util.Objects;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What the row at hand has in one column.
 *
 * @param <T> as which it is told
 */
abstract class Cell<T> extends PrimitiveConverter {

  private final String column;
  private final PrimitiveTypeName type;
  private @Nullable T value;

  private Cell(String column, PrimitiveTypeName type) {
    this.column = column;
    this.type = type;
  }

  String column() {
    return column;
  }

  /** As which the file must have it. */
  PrimitiveTypeName type() {
    return type;
  }

  /** Null when the row has nothing here. */
  @Nullable T find() {
    return value;
  }

  /**
   * What the row must have.
   *
   * @throws IllegalArgumentException when it has nothing, naming the column
   */
  T get() {
    if (value == null) {
      throw new IllegalArgumentException("a row has no " + column);
    }
    return value;
  }

  void set(T next) {
    value = next;
  }

  void clear() {
    value = null;
  }

  /** Each text of a dictionary is made once. */
  static final class Text extends Cell<String> {

    private @Nullable Dictionary dictionary;
    private @Nullable String[] texts = {};

    Text(String column) {
      super(column, PrimitiveTypeName.BINARY);
    }

    @Override
    public boolean hasDictionarySupport() {
      return true;
    }

    @Override
    public void setDictionary(Dictionary next) {
      dictionary = next;
      texts = new @Nullable String[next.getMaxId() + 1];
    }

    @Override
    public void addValueFromDictionary(int id) {
      String known = texts[id];
      if (known == null) {
        Dictionary from = Objects.requireNonNull(dictionary, "dictionary");
        known = from.decodeToBinary(id).toStringUsingUTF8();
        texts[id] = known;
      }
      set(known);
    }

    @Override
    public void addBinary(Binary bytes) {
      set(bytes.toStringUsingUTF8());
    }
  }

  static final class Count extends Cell<Integer> {

    Count(String column) {
      super(column, PrimitiveTypeName.INT32);
    }

    @Override
    public void addInt(int next) {
      set(next);
    }
  }

  /** Milliseconds. */
  static final class Time extends Cell<Long> {

    Time(String column) {
      super(column, PrimitiveTypeName.INT64);
    }

    @Override
    public void addLong(long next) {
      set(next);
    }
  }

  static final class Degrees extends Cell<Double> {

    Degrees(String column) {
      super(column, PrimitiveTypeName.DOUBLE);
    }

    @Override
    public void addDouble(double next) {
      set(next);
    }
  }

  static final class Flag extends Cell<Boolean> {

    Flag(String column) {
      super(column, PrimitiveTypeName.BOOLEAN);
    }

    @Override
    public void addBoolean(boolean next) {
      set(next);
    }
  }
}
