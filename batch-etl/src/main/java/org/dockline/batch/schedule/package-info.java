/** When to load, and the process that does it. */
@NullMarked
package org.dockline.batch.schedule;

import org.jspecify.annotations.NullMarked;
