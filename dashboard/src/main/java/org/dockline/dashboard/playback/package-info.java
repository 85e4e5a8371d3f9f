/** A past day as the browser replays it: made once, sent once. */
@NullMarked
package org.dockline.dashboard.playback;

import org.jspecify.annotations.NullMarked;
