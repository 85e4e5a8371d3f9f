package org.dockline.warehouse.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.dockline.station.PollHour;
import org.dockline.warehouse.PollFacts;
import org.dockline.warehouse.RejectedRecord;

/** Poll hours and rejected records, in memory. */
final class InMemoryPollFacts implements PollFacts {

  private final List<PollHour> pollHours = new ArrayList<>();
  private final List<RejectedRecord> rejected = new ArrayList<>();

  @Override
  public synchronized void replacePollHours(
      String contract, Instant from, Instant to, List<PollHour> hours) {
    Predicate<PollHour> within = within(contract, from, to);
    hours.stream()
        .filter(within.negate())
        .findFirst()
        .ifPresent(
            hour -> {
              throw new IllegalArgumentException("Not in the interval: " + hour);
            });
    pollHours.removeIf(within);
    pollHours.addAll(hours);
  }

  @Override
  public synchronized List<PollHour> listPollHours(String contract, Instant from, Instant to) {
    return pollHours.stream()
        .filter(within(contract, from, to))
        .sorted(
            Comparator.comparing((PollHour hour) -> hour.source().text())
                .thenComparing(PollHour::start))
        .toList();
  }

  @Override
  public synchronized void saveRejected(List<RejectedRecord> records) {
    for (RejectedRecord added : records) {
      rejected.removeIf(r -> r.partition() == added.partition() && r.offset() == added.offset());
      rejected.add(added);
    }
  }

  @Override
  public synchronized List<RejectedRecord> listRejected(Instant from, Instant to, int limit) {
    return rejected.stream()
        .filter(r -> isWithin(r.rejection().polledAt(), from, to))
        .sorted(
            Comparator.comparingInt(RejectedRecord::partition)
                .thenComparingLong(RejectedRecord::offset))
        .limit(limit)
        .toList();
  }

  private static Predicate<PollHour> within(String contract, Instant from, Instant to) {
    return hour -> hour.contract().equals(contract) && isWithin(hour.start(), from, to);
  }

  private static boolean isWithin(Instant time, Instant from, Instant to) {
    return !time.isBefore(from) && time.isBefore(to);
  }
}
