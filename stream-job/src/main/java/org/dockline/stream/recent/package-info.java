/** Every observation that the warehouse may still lack, in files named by what they hold. */
@NullMarked
package org.dockline.stream.recent;

import org.jspecify.annotations.NullMarked;
