/** The whole system, each service as the process it is. */
@NullMarked
package org.dockline.endtoend;

import org.jspecify.annotations.NullMarked;
