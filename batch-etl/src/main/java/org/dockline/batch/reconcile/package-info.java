/** Compares what the batch chain loaded with what the speed chain has. */
@NullMarked
package org.dockline.batch.reconcile;

import org.jspecify.annotations.NullMarked;
