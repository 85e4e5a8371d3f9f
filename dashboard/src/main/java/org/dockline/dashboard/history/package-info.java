/** What was so then: the Lambda join of warehouse and recent observations. */
@NullMarked
package org.dockline.dashboard.history;

import org.jspecify.annotations.NullMarked;
