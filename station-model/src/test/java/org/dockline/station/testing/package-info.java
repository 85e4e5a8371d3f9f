/** Fixtures that the tests of every module may use. */
@NullMarked
package org.dockline.station.testing;

import org.jspecify.annotations.NullMarked;
