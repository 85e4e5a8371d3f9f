/** Measures what polling costs; run by {@code ./dockline bench poller}, by no test. */
@NullMarked
package org.dockline.poller.bench;

import org.jspecify.annotations.NullMarked;
