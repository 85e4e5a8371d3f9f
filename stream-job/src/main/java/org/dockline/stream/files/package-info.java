/** The snapshot folder as files: whole or not there, and the Parquet shape of observations. */
@NullMarked
package org.dockline.stream.files;

import org.jspecify.annotations.NullMarked;
