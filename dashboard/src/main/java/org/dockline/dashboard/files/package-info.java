/** The snapshot folder, read: Parquet files behind their pointers. */
@NullMarked
package org.dockline.dashboard.files;

import org.jspecify.annotations.NullMarked;
