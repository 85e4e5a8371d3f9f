/**
 * The pure middle of the poller: what a feed may answer, what is worth sending of it, and when to
 * ask again. Free of clock, environment and I/O.
 */
@NullMarked
package org.dockline.poller.polling;

import org.jspecify.annotations.NullMarked;
