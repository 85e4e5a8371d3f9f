/** What is so now: the newest observation of every station, and what is counted over them. */
@NullMarked
package org.dockline.dashboard.live;

import org.jspecify.annotations.NullMarked;
