/** The batch chain: loads complete contract-days. */
@NullMarked
package org.dockline.batch;

import org.jspecify.annotations.NullMarked;
