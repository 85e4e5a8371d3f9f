package org.dockline.poller.gbfs;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dockline.station.Source;
import org.jspecify.annotations.Nullable;

/** A released version of GBFS; release candidates are none. */
record GbfsVersion(int major, int minor) implements Comparable<GbfsVersion> {

  /** Files did not tell their version then. */
  static final GbfsVersion FIRST = new GbfsVersion(1, 0);

  private static final int NEWEST_MAJOR = 3;

  private static final Pattern FORM = Pattern.compile("v?(\\d{1,3})\\.(\\d{1,3})(?:\\.\\d{1,3})?");

  private static final Comparator<GbfsVersion> ORDER =
      Comparator.comparingInt(GbfsVersion::major).thenComparingInt(GbfsVersion::minor);

  static Optional<GbfsVersion> find(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    Matcher m = FORM.matcher(text.strip());
    return m.matches()
        ? Optional.of(new GbfsVersion(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))))
        : Optional.empty();
  }

  /** Whether it can be read; a new minor version only adds. */
  boolean isSupported() {
    return major >= 1 && major <= NEWEST_MAJOR;
  }

  Source source() {
    return major >= NEWEST_MAJOR ? Source.GBFS_3 : Source.GBFS_2;
  }

  @Override
  public int compareTo(GbfsVersion other) {
    return ORDER.compare(this, other);
  }
}
