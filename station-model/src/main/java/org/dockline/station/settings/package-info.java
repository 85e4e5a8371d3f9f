/** Settings as typed values, read from the environment once, at start, and checked all at once. */
@NullMarked
package org.dockline.station.settings;

import org.jspecify.annotations.NullMarked;
