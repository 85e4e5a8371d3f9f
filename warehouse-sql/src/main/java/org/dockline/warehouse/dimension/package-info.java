/** How the versions of a station follow each other, whatever the order in which days are loaded. */
@NullMarked
package org.dockline.warehouse.dimension;

import org.jspecify.annotations.NullMarked;
