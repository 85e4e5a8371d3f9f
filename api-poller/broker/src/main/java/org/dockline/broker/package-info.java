/** A real Kafka broker, started from its artifacts in a process of its own. */
@NullMarked
package org.dockline.broker;

import org.jspecify.annotations.NullMarked;
