package org.dockline.warehouse;

import java.time.LocalDate;
import org.dockline.station.StationKey;
import org.dockline.station.flow.Flows;

/**
 * One row of {@code fact_station_hour}.
 *
 * @param key the station
 * @param localDate the contract's local date
 * @param localHour 0..23, what a local clock shows at the start
 * @param flows the measures; its times are the hour's edges in UTC
 */
public record StationHour(StationKey key, LocalDate localDate, int localHour, Flows flows) {}
