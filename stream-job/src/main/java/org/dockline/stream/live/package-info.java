/** The newest observation of every present station, behind a pointer that moves. */
@NullMarked
package org.dockline.stream.live;

import org.jspecify.annotations.NullMarked;
