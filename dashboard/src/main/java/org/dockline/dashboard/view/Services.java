package org.dockline.dashboard.view;

import java.time.Clock;
import java.util.concurrent.Executor;
import org.dockline.dashboard.history.ServedHistory;
import org.dockline.dashboard.history.ServedInsights;
import org.dockline.dashboard.live.LiveStations;
import org.dockline.dashboard.push.Moments;
import org.dockline.dashboard.text.Contracts;
import org.dockline.dashboard.warehouse.FeedWatch;
import org.dockline.dashboard.warehouse.WarehouseWatch;

/**
 * What the pages stand on.
 *
 * @param live where snapshots come from
 * @param moments what all pages show
 * @param history what was so then
 * @param insights what was so in the long run
 * @param warehouse how the warehouse is
 * @param feeds how the providers answered, as the warehouse has it
 * @param contracts names and zones
 * @param background where slow reading is done
 * @param clock what time it is
 */
public record Services(
    LiveStations live,
    Moments moments,
    ServedHistory history,
    ServedInsights insights,
    WarehouseWatch warehouse,
    FeedWatch feeds,
    Contracts contracts,
    Executor background,
    Clock clock) {}
