/** What can be made to go wrong in the simulator, and where. */
@NullMarked
package org.dockline.poller.simulator.fault;

import org.jspecify.annotations.NullMarked;
