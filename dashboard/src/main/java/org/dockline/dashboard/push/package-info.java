/** From a new snapshot to every open page. */
@NullMarked
package org.dockline.dashboard.push;

import org.jspecify.annotations.NullMarked;
