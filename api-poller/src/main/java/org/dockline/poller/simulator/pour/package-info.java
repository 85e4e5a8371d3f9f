/** Pours the simulated past into the topics, as if the poller had polled it minute by minute. */
@NullMarked
package org.dockline.poller.simulator.pour;

import org.jspecify.annotations.NullMarked;
