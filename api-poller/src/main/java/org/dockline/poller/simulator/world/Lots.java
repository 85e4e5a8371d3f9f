package org.dockline.poller.simulator.world;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Lots drawn among all sites, so that each fate falls on exactly its share of them: one in a
 * thousand is one in a thousand, and not by chance none.
 *
 * @param <T> the fates
 */
final class Lots<T> {

  private final Map<Site, T> drawn = new HashMap<>();

  /**
   * Draws.
   *
   * @param name tells this drawing from others among the same sites
   * @param fates all of them; each site gets at most one
   * @param share the part of the sites that gets a fate
   */
  Lots(String name, List<Site> sites, T[] fates, ToDoubleFunction<T> share) {
    List<Site> shuffled =
        sites.stream().sorted(Comparator.comparingLong(s -> Dice.seed(s.seed(), name))).toList();
    int next = 0;
    for (T fate : fates) {
      int end = next + (int) Math.round(share.applyAsDouble(fate) * sites.size());
      for (; next < Math.min(end, shuffled.size()); next++) {
        drawn.put(shuffled.get(next), fate);
      }
    }
  }

  /** What was drawn for that site. */
  Optional<T> find(Site site) {
    return Optional.ofNullable(drawn.get(site));
  }
}
