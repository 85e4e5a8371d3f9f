/** How the shared language is written as JSON: in topics, in quarantine and in snapshot files. */
@NullMarked
package org.dockline.station.wire;

import org.jspecify.annotations.NullMarked;
