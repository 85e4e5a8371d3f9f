package org.dockline.station.architecture.canary.dashboard;

/** What nobody but the dashboard may know. */
public final class Page {}
