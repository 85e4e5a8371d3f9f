package org.dockline.station.architecture.canary.poller;

import org.dockline.station.architecture.canary.dashboard.Page;

/** Breaks: applications never depend on applications. */
public record PollerKnowingAPage(Page page) {}
