/**
 * The snapshot folder as files that are whole or not there, on a local disk or on any file system
 * of Hadoop, and the Parquet file of observations.
 */
@NullMarked
package org.dockline.station.files;

import org.jspecify.annotations.NullMarked;
