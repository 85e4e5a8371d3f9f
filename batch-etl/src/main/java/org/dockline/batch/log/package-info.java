/** The log in its parts, the older in the archive and the newer in Kafka, as one. */
@NullMarked
package org.dockline.batch.log;

import org.jspecify.annotations.NullMarked;
