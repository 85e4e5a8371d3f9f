package org.dockline.poller.polling;

import java.util.List;
import java.util.Set;
import org.dockline.station.Attribution;
import org.dockline.station.Contract;
import org.dockline.station.Source;
import org.jspecify.annotations.Nullable;

/**
 * How a feed stands beside the others at its last poll.
 *
 * @param leftToOthers contracts for which another source speaks now: whatever was sent of them
 *     before is no longer this feed's to compare with, to repeat or to end
 * @param standsInFor the source in whose place it speaks; null when it speaks for itself
 * @param contracts what was found out about contracts that no table knows beforehand
 * @param attribution whom the feed asks to name; null when it does not say
 */
public record Standing(
    Set<String> leftToOthers,
    @Nullable Source standsInFor,
    List<Contract> contracts,
    @Nullable Attribution attribution) {

  /** It speaks for itself, of contracts that are known. */
  public static final Standing ALONE = new Standing(Set.of(), null, List.of(), null);

  /** Takes copies. */
  public Standing {
    leftToOthers = Set.copyOf(leftToOthers);
    contracts = List.copyOf(contracts);
  }

  /** The same, with what was found out. */
  public Standing with(List<Contract> found) {
    return found.isEmpty() ? this : new Standing(leftToOthers, standsInFor, found, attribution);
  }

  /** The same, of a feed that asks to name them. */
  public Standing with(@Nullable Attribution asked) {
    return new Standing(leftToOthers, standsInFor, contracts, asked);
  }
}
