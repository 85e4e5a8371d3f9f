/** Which recent files there are to be, decided without touching one. Pure. */
@NullMarked
package org.dockline.stream.recent.plan;

import org.jspecify.annotations.NullMarked;
