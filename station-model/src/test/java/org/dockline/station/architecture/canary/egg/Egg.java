package org.dockline.station.architecture.canary.egg;

import org.dockline.station.architecture.canary.hen.Hen;

/** Breaks, together with the hen: no package depends on itself through others. */
public record Egg(Hen from) {}
