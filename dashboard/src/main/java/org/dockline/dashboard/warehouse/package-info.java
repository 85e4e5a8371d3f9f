/** How the warehouse is, asked seldom and remembered. */
@NullMarked
package org.dockline.dashboard.warehouse;

import org.jspecify.annotations.NullMarked;
