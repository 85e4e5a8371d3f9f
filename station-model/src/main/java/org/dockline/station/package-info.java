/**
 * The shared language of Dockline: stations, observations and the rules about them.
 *
 * <p>Everything here is a plain value or a pure function. Nothing reads a clock, the environment, a
 * file or the network; whoever calls passes what is needed.
 */
@NullMarked
package org.dockline.station;

import org.jspecify.annotations.NullMarked;
