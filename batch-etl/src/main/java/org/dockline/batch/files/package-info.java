/** The one file that the batch chain writes into the snapshot folder. */
@NullMarked
package org.dockline.batch.files;

import org.jspecify.annotations.NullMarked;
