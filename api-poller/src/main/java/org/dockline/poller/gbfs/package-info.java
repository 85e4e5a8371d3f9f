/** GBFS 2.x and 3.0: the only place that knows their field names. */
@NullMarked
package org.dockline.poller.gbfs;

import org.jspecify.annotations.NullMarked;
