package org.dockline.station.architecture.canary.warehouse;

import org.dockline.station.architecture.canary.dashboard.Page;

/** Breaks: warehouse-sql depends on station-model alone. */
public record WarehouseKnowingAPage(Page page) {}
