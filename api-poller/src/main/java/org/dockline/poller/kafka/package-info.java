/** The edge to Kafka: the topics as they must be, and the way into them. */
@NullMarked
package org.dockline.poller.kafka;

import org.jspecify.annotations.NullMarked;
