/** From observations in time order to arrivals, departures, known time and stockout episodes. */
@NullMarked
package org.dockline.station.flow;

import org.jspecify.annotations.NullMarked;
