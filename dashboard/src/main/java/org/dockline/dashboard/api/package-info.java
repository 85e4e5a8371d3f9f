/** What programs are served: REST, changes as they happen, GBFS. */
@NullMarked
package org.dockline.dashboard.api;

import org.jspecify.annotations.NullMarked;
