package org.dockline.dashboard.live;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dockline.station.Attribution;
import org.dockline.station.PollReport;
import org.dockline.station.Source;
import org.dockline.station.StationObservation;
import org.dockline.station.snapshot.PipelineFacts;
import org.dockline.station.snapshot.PipelineFacts.PollSummary;

/**
 * Whom a page that shows these stations has to name.
 *
 * @param simulated the simulator; no one else then
 * @param jcdecaux JCDecaux, under the Licence Ouverte of its own interface
 * @param feeds those whom the feeds of other stations ask to name, each once
 * @param unnamed some feed does not say whom to name, or has not been asked yet
 */
public record Credits(
    boolean simulated, boolean jcdecaux, List<Attribution> feeds, boolean unnamed) {

  /** Takes a copy. */
  public Credits {
    feeds = List.copyOf(feeds);
  }

  static Credits of(Collection<StationObservation> stations, PipelineFacts facts) {
    if (facts.polls().stream().anyMatch(poll -> poll.last().simulated())) {
      return new Credits(true, false, List.of(), false);
    }
    Set<String> others =
        stations.stream()
            .filter(o -> !isJcdecaux(o.source()))
            .map(o -> o.key().contract())
            .collect(Collectors.toSet());
    return new Credits(
        false,
        others.isEmpty() || stations.stream().anyMatch(o -> isJcdecaux(o.source())),
        facts.attributions(others),
        !named(facts).containsAll(others));
  }

  private static Set<String> named(PipelineFacts facts) {
    return facts.polls().stream()
        .map(PollSummary::last)
        .filter(r -> r.attribution() != null)
        .map(PollReport::contract)
        .collect(Collectors.toSet());
  }

  private static boolean isJcdecaux(Source source) {
    return source == Source.JCDECAUX_V1 || source == Source.JCDECAUX_V3;
  }
}
