/** The simulator's HTTP server: which address gives what. */
@NullMarked
package org.dockline.poller.simulator.http;

import org.jspecify.annotations.NullMarked;
