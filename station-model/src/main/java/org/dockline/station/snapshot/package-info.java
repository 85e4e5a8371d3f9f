/**
 * What stands in the snapshot folder, as the stream writes it and the dashboard reads it: names of
 * files, and the values of the small ones.
 */
@NullMarked
package org.dockline.station.snapshot;

import org.jspecify.annotations.NullMarked;
