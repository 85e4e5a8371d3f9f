/** What the simulator says, in the words of JCDecaux's v1 and v3 and of GBFS 2.3 and 3.0. */
@NullMarked
package org.dockline.poller.simulator.protocol;

import org.jspecify.annotations.NullMarked;
