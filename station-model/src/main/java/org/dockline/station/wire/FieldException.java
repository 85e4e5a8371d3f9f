package org.dockline.station.wire;

import java.io.IOException;
import java.io.Serial;

/** A field holds what it must not; becomes a rejection and never leaves a codec or a mapper. */
public final class FieldException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  private final String field;
  private final String value;
  private final String reason;

  /**
   * One field at fault.
   *
   * @param field its path, such as {@code position.lat}
   * @param value what it holds, as text
   * @param reason what it must be
   */
  public FieldException(String field, String value, String reason) {
    super(field + " " + reason + ", but was: " + value);
    this.field = field;
    this.value = value;
    this.reason = reason;
  }

  /** Its path. */
  public String field() {
    return field;
  }

  /** What it holds. */
  public String value() {
    return value;
  }

  /** What it must be. */
  public String reason() {
    return reason;
  }
}
