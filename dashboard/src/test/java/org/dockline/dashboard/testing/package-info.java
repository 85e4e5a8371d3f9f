/** Stand-ins for the stream, for tests and for looking at pages without a pipeline. */
@NullMarked
package org.dockline.dashboard.testing;

import org.jspecify.annotations.NullMarked;
