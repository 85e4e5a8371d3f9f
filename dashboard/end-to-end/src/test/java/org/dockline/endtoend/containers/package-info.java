/** The system as containers: what the files say, and, where there is an engine, how it does. */
@NullMarked
package org.dockline.endtoend.containers;

import org.jspecify.annotations.NullMarked;
