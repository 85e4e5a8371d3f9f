/** What a load costs, beside plainer ways to get observations into a warehouse. */
@NullMarked
package org.dockline.batch.bench;

import org.jspecify.annotations.NullMarked;
