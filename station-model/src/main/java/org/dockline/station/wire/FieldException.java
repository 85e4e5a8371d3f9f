package org.dockline.station.wire;

import java.io.IOException;
import java.io.Serial;

/** A field holds what it must not; never leaves a codec. */
final class FieldException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  private final String field;
  private final String value;
  private final String reason;

  FieldException(String field, String value, String reason) {
    super(field + ": " + reason + ", but was: " + value);
    this.field = field;
    this.value = value;
    this.reason = reason;
  }

  String field() {
    return field;
  }

  String value() {
    return value;
  }

  String reason() {
    return reason;
  }
}
