/** Loads contract-days: what is due, through the flow rule, into the warehouse. */
@NullMarked
package org.dockline.batch.load;

import org.jspecify.annotations.NullMarked;
