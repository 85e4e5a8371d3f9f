/** The immutable master dataset: all topics as they are, in files named by their offsets. */
@NullMarked
package org.dockline.batch.archive;

import org.jspecify.annotations.NullMarked;
