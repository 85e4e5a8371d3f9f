/** Fixtures of the batch chain's tests. */
@NullMarked
package org.dockline.batch.testing;

import org.jspecify.annotations.NullMarked;
