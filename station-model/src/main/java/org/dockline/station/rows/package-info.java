/** Shapes of rows: column names, and how a value becomes a row of Spark or of Avro and back. */
@NullMarked
package org.dockline.station.rows;

import org.jspecify.annotations.NullMarked;
