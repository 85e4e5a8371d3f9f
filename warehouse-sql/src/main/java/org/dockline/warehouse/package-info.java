/** The warehouse: the only place where SQL is spoken. */
@NullMarked
package org.dockline.warehouse;

import org.jspecify.annotations.NullMarked;
