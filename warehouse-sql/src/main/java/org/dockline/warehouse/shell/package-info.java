/** A SQL shell over the warehouse's views. */
@NullMarked
package org.dockline.warehouse.shell;

import org.jspecify.annotations.NullMarked;
