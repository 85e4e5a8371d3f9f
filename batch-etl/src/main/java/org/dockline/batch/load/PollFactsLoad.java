package org.dockline.batch.load;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dockline.station.ContractDay;
import org.dockline.station.PollHours;
import org.dockline.station.PollReport;
import org.dockline.station.Rejection;
import org.dockline.warehouse.PollFacts;
import org.dockline.warehouse.RejectedRecord;

/**
 * Fills the poll hours and rejected records of days that are about to be committed: a kill in
 * between leaves them due, so the next load does it again and leaves the same rows. Polls of all
 * contracts at once belong to days of UTC, which are filled when a day that they overlap is loaded
 * and they are over.
 */
final class PollFactsLoad {
  private static final int BATCH = 1_000;

  private final ObservationLog log;
  private final PollFacts facts;
  private final Instant now;
  private final Set<ContractDay> filled = new HashSet<>();

  /** What was filled once is not filled again by the same object. */
  PollFactsLoad(ObservationLog log, PollFacts facts, Instant now) {
    this.log = log;
    this.facts = facts;
    this.now = now;
  }

  /** Returns how much was rejected of each day; a day of which nothing was is absent. */
  Map<ContractDay, Long> load(Collection<ContractDay> days) {
    Map<ContractDay, Long> rejected = new HashMap<>();
    Map<LocalDate, List<ContractDay>> byDate =
        days.stream()
            .collect(Collectors.groupingBy(ContractDay::date, TreeMap::new, Collectors.toList()));
    byDate.values().forEach(ofOneDate -> loadDate(ofOneDate, rejected));
    return rejected;
  }

  private void loadDate(List<ContractDay> days, Map<ContractDay, Long> rejected) {
    List<ContractDay> all = new ArrayList<>(days);
    days.forEach(day -> addDaysOfAll(day, all));
    Instant from = all.stream().map(ContractDay::start).min(Instant::compareTo).orElseThrow();
    Instant to = all.stream().map(ContractDay::end).max(Instant::compareTo).orElseThrow();
    Map<String, List<PollReport>> reports = reports(all, from, to);
    for (ContractDay day : all) {
      facts.replacePollHours(
          day.contract(),
          day.start(),
          day.end(),
          PollHours.of(day, reports.getOrDefault(day.contract(), List.of())));
    }
    saveRejected(days, from, to, rejected);
    filled.addAll(all);
  }

  private void addDaysOfAll(ContractDay day, List<ContractDay> all) {
    ContractDay utc = ContractDay.of(PollReport.ALL, day.start(), ZoneOffset.UTC);
    while (utc.start().isBefore(day.end())) {
      if (!now.isBefore(utc.settledAt()) && !all.contains(utc) && !filled.contains(utc)) {
        all.add(utc);
      }
      utc = utc.next();
    }
  }

  private Map<String, List<PollReport>> reports(List<ContractDay> days, Instant from, Instant to) {
    Set<String> wanted = days.stream().map(ContractDay::contract).collect(Collectors.toSet());
    Map<String, List<PollReport>> reports = new HashMap<>();
    log.polls(
        from,
        to.plus(PollHours.GAP).plusMillis(1),
        report -> {
          if (wanted.contains(report.contract())) {
            reports.computeIfAbsent(report.contract(), c -> new ArrayList<>()).add(report);
          }
        });
    return reports;
  }

  private void saveRejected(
      List<ContractDay> days, Instant from, Instant to, Map<ContractDay, Long> rejected) {
    List<RejectedRecord> batch = new ArrayList<>();
    log.rejections(
        from,
        to,
        r -> {
          days.stream()
              .filter(day -> isOf(r.rejection(), day))
              .forEach(day -> rejected.merge(day, 1L, Long::sum));
          batch.add(r);
          if (batch.size() == BATCH) {
            facts.saveRejected(List.copyOf(batch));
            batch.clear();
          }
        });
    if (!batch.isEmpty()) {
      facts.saveRejected(batch);
    }
  }

  private static boolean isOf(Rejection rejection, ContractDay day) {
    return day.contract().equals(rejection.contract()) && day.contains(rejection.polledAt());
  }
}
