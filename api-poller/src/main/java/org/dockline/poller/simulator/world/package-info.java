/**
 * The simulated cities: what stands in every station, as a pure function of a seed and the time.
 */
@NullMarked
package org.dockline.poller.simulator.world;

import org.jspecify.annotations.NullMarked;
