/** What the pages say, in the languages they speak. */
@NullMarked
package org.dockline.dashboard.text;

import org.jspecify.annotations.NullMarked;
