/** The serving layer: one answer, joined at the time boundary. */
@NullMarked
package org.dockline.dashboard;

import org.jspecify.annotations.NullMarked;
