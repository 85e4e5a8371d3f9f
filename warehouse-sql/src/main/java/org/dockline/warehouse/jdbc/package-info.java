/** The warehouse over JDBC: one class for each table's shape, one object for each database. */
@NullMarked
package org.dockline.warehouse.jdbc;

import org.jspecify.annotations.NullMarked;
