package org.dockline.poller.polling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.dockline.station.Rejection;

/**
 * When each defect was last delivered: one that stays is told again once per key frame only. A
 * defect that a whole answer no longer has is forgotten, so that its return is news.
 */
final class RejectionMemory {

  private final Map<Rejection, Instant> delivered = new HashMap<>();

  /**
   * Those of {@code found} that are new, changed or due again, each once.
   *
   * @param urgent which are due in any case
   */
  List<Rejection> due(List<Rejection> found, Predicate<Rejection> urgent) {
    Set<Rejection> seen = new HashSet<>();
    List<Rejection> due = new ArrayList<>();
    for (Rejection r : found) {
      Instant last = delivered.get(defect(r));
      boolean again = last == null || KeyFrame.due(last, r.polledAt());
      if (seen.add(defect(r)) && (again || urgent.test(r))) {
        due.add(r);
      }
    }
    return due;
  }

  void forgetAllBut(List<Rejection> found) {
    Set<Rejection> stay = new HashSet<>();
    found.forEach(r -> stay.add(defect(r)));
    delivered.keySet().retainAll(stay);
  }

  void forget(Set<String> contracts) {
    delivered.keySet().removeIf(r -> r.contract() != null && contracts.contains(r.contract()));
  }

  void delivered(List<Rejection> sent) {
    sent.forEach(r -> delivered.put(defect(r), r.polledAt()));
  }

  private static Rejection defect(Rejection r) {
    return r.receivedAgain(Instant.EPOCH);
  }
}
