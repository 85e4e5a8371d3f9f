/** The topics as the batch chain reads them. */
@NullMarked
package org.dockline.batch.kafka;

import org.jspecify.annotations.NullMarked;
