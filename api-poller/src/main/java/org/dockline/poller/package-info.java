/** Asks the sources and sends what changed to Kafka. */
@NullMarked
package org.dockline.poller;

import org.jspecify.annotations.NullMarked;
