package org.dockline.batch.load;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dockline.batch.survey.SurveyedLog;
import org.dockline.station.ContractDay;
import org.dockline.station.ContractLog;
import org.dockline.station.DueDays;

/**
 * What a load will do.
 *
 * @param days to be loaded, in date order
 * @param lost days that the log no longer holds as a whole, in date order
 * @param refusals why something else can't be loaded: one sentence each
 */
public record LoadPlan(List<ContractDay> days, List<ContractDay> lost, List<String> refusals) {

  /** Copies the lists. */
  public LoadPlan {
    days = List.copyOf(days);
    lost = List.copyOf(lost);
    refusals = List.copyOf(refusals);
  }

  /** Decides it. */
  public static LoadPlan of(SurveyedLog log, LoadRequest request, Instant now) {
    List<ContractDay> days = new ArrayList<>();
    List<ContractDay> lost = new ArrayList<>();
    List<String> refusals = new ArrayList<>(withoutZone(log, request));
    Collection<ContractLog> contracts = contracts(log, request);
    for (ContractLog contract : contracts) {
      DueDays due = dueDays(contract, request, now);
      days.addAll(due.due());
      lost.addAll(due.lost());
      due.unsettled().forEach(day -> refusals.add(unsettled(day)));
    }
    boolean nothing = days.isEmpty() && lost.isEmpty() && refusals.isEmpty();
    if (nothing
        && (request.dates() != null || (request.contract() != null && contracts.isEmpty()))) {
      refusals.add(nothingThere(request, now));
    }
    days.sort(null);
    lost.sort(null);
    return new LoadPlan(days, lost, refusals);
  }

  private static DueDays dueDays(ContractLog contract, LoadRequest request, Instant now) {
    LoadRequest.Dates dates = request.dates();
    if (dates != null) {
      return DueDays.requested(contract, dates.from(), dates.to(), now);
    }
    return request.again() ? DueDays.complete(contract, now) : DueDays.of(contract, now);
  }

  private static Collection<ContractLog> contracts(SurveyedLog log, LoadRequest request) {
    Map<String, ContractLog> contracts = new TreeMap<>(log.contracts());
    if (request.contract() != null) {
      contracts.keySet().retainAll(List.of(request.contract()));
    }
    return contracts.values();
  }

  private static List<String> withoutZone(SurveyedLog log, LoadRequest request) {
    return new TreeMap<>(log.withoutZone())
        .entrySet().stream()
            .filter(e -> request.contract() == null || request.contract().equals(e.getKey()))
            .map(
                e ->
                    "Contract %s (%,d records) has no known time zone and is not loaded: set CONTRACT_ZONES=%s=Area/City"
                        .formatted(e.getKey(), e.getValue(), e.getKey()))
            .toList();
  }

  private static String unsettled(ContractDay day) {
    return "%s is not over yet: it can be loaded from %s on".formatted(day, day.settledAt());
  }

  private static String nothingThere(LoadRequest request, Instant now) {
    LoadRequest.Dates dates = request.dates();
    if (dates != null && dates.from().isAfter(now.atOffset(ZoneOffset.UTC).toLocalDate())) {
      return dates.from() + " lies in the future: a day can be loaded when it is over";
    }
    return "The log holds nothing of %s that could be loaded%s"
        .formatted(
            request.contract() == null ? "any contract" : "contract " + request.contract(),
            dates == null ? "" : " from " + dates.from() + " to " + dates.to());
  }
}
