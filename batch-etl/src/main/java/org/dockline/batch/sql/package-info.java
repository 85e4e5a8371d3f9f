/** How the tasks of a load reach the warehouse. */
@NullMarked
package org.dockline.batch.sql;

import org.jspecify.annotations.NullMarked;
