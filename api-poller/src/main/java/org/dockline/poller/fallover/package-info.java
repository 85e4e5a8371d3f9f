/** One source after another for the same contracts: who speaks for each, and since when. */
@NullMarked
package org.dockline.poller.fallover;

import org.jspecify.annotations.NullMarked;
