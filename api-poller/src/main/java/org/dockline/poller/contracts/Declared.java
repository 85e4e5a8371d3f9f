package org.dockline.poller.contracts;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a system says of itself.
 *
 * @param name what riders call it; null when it does not say
 * @param zone the zone it says it is in; null when it says none that exists
 */
public record Declared(@Nullable String name, @Nullable ZoneId zone) {

  /** Nothing. */
  public static final Declared NOTHING = new Declared(null, null);
}
