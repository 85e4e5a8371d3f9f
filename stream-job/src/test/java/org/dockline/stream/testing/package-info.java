/**
 * Fakes of what the stream stands on: a folder that fails, a topic at hand, a clock that is set.
 */
@NullMarked
package org.dockline.stream.testing;

import org.jspecify.annotations.NullMarked;
