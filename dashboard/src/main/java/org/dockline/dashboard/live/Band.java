package org.dockline.dashboard.live;

import java.util.Locale;
import org.dockline.station.Availability;
import org.dockline.station.Availability.Known;

/** How a rider finds a station, coarsely: the steps of the map's colour scale, in its order. */
public enum Band {
  /** No bike is left. */
  EMPTY("e"),
  /** A bike may be gone before one arrives. */
  FEW_BIKES("b"),
  /** Both bikes and docks. */
  BALANCED("m"),
  /** A dock may be gone before one arrives. */
  FEW_DOCKS("d"),
  /** No dock is left. */
  FULL("f"),
  /** Nothing is known. */
  UNKNOWN("u"),
  /** The operator has closed it. */
  CLOSED("c");

  private final String code;

  Band(String code) {
    this.code = code;
  }

  /** Its letter in what the browser is told; bands.js knows it too. */
  public String code() {
    return code;
  }

  /** Its name in texts, styles and ids. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static final int FEW = 2;
  private static final double FEW_SHARE = 0.2;

  /** Judges what is known of a station. */
  public static Band of(Availability availability) {
    return switch (availability) {
      case Known known -> ofKnown(known);
      case Availability.Unknown u when u.reason() == Availability.Reason.CLOSED -> CLOSED;
      case Availability.Unknown u -> UNKNOWN;
    };
  }

  private static Band ofKnown(Known known) {
    if (known.empty()) {
      return EMPTY;
    }
    if (known.full()) {
      return FULL;
    }
    Integer docks = known.docks();
    if (docks == null) {
      return known.bikes() <= FEW ? FEW_BIKES : BALANCED;
    }
    double total = known.bikes() + (double) docks;
    if (known.bikes() <= docks) {
      return known.bikes() <= FEW || known.bikes() < FEW_SHARE * total ? FEW_BIKES : BALANCED;
    }
    return docks <= FEW || docks < FEW_SHARE * total ? FEW_DOCKS : BALANCED;
  }
}
