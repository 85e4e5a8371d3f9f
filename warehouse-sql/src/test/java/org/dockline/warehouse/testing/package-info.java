/** What other modules test with: a warehouse in memory, and the contract every warehouse keeps. */
@NullMarked
package org.dockline.warehouse.testing;

import org.jspecify.annotations.NullMarked;
