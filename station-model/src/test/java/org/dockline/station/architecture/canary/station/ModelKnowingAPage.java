package org.dockline.station.architecture.canary.station;

import org.dockline.station.architecture.canary.dashboard.Page;

/** Breaks: station-model depends on no other module. */
public record ModelKnowingAPage(Page page) {}
