package org.dockline.dashboard.history;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dockline.station.flow.FlowTotals;
import org.jspecify.annotations.Nullable;

/**
 * Hours of a contract by local date and by what the local clock showed. Where a clock shows an hour
 * twice, both are added up; one that it leaves out is absent, as is one that has not begun.
 */
public final class WeekGrid {

  private record Cell(LocalDate date, int hour) {}

  private final List<LocalDate> days;
  private final Map<Cell, FlowTotals> cells = new HashMap<>();

  private WeekGrid(List<LocalDate> days) {
    this.days = days;
  }

  /**
   * Lays hours out.
   *
   * @param hours in order
   * @param days which local dates, in order; hours of other days are left out
   */
  public static WeekGrid of(List<FlowTotals> hours, List<LocalDate> days, ZoneId zone) {
    WeekGrid grid = new WeekGrid(List.copyOf(days));
    for (FlowTotals hour : hours) {
      ZonedDateTime start = hour.start().atZone(zone);
      grid.cells.merge(new Cell(start.toLocalDate(), start.getHour()), hour, FlowTotals::then);
    }
    return grid;
  }

  /** The local dates, in order. */
  public List<LocalDate> days() {
    return days;
  }

  /** What the clock's hour came to; null when there was none. */
  public @Nullable FlowTotals at(LocalDate date, int hour) {
    return cells.get(new Cell(date, hour));
  }

  /** What a day came to; null when it has no hour. */
  public @Nullable FlowTotals day(LocalDate date) {
    FlowTotals sum = null;
    for (int hour = 0; hour < 24; hour++) {
      FlowTotals next = at(date, hour);
      sum = sum == null || next == null ? (sum == null ? next : sum) : sum.then(next);
    }
    return sum;
  }

  /** What all days came to; null when there is no hour. */
  public @Nullable FlowTotals all() {
    return days.stream()
        .map(this::day)
        .filter(Objects::nonNull)
        .reduce(FlowTotals::then)
        .orElse(null);
  }

  /** The scale of a measure's colours: from the least hour for bikes, from zero for all else. */
  public Scale scale(Measure measure) {
    DoubleSummaryStatistics values =
        cells.entrySet().stream()
            .filter(cell -> days.contains(cell.getKey().date()))
            .map(cell -> measure.of(cell.getValue()))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    if (values.getCount() == 0) {
      return new Scale(0, 0);
    }
    return new Scale(measure == Measure.BIKES ? values.getMin() : 0, values.getMax());
  }

  /** From the palest to the darkest. */
  public record Scale(double from, double to) {

    /** Where a value lies between them, 0..1. */
    public double share(double value) {
      return to <= from ? 0 : Math.clamp((value - from) / (to - from), 0, 1);
    }
  }
}
