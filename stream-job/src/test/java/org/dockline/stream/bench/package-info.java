/** What the speed chain costs and how fresh it is; run by {@code ./dockline bench stream}. */
@NullMarked
package org.dockline.stream.bench;

import org.jspecify.annotations.NullMarked;
