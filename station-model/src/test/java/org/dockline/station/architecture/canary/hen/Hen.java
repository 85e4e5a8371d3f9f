package org.dockline.station.architecture.canary.hen;

import org.dockline.station.architecture.canary.egg.Egg;

/** Breaks, together with the egg: no package depends on itself through others. */
public record Hen(Egg from) {}
