/** Each class has one fault that the build refuses. */
@NullMarked
package org.dockline.canary;

import org.jspecify.annotations.NullMarked;
