/** What Kafka has not taken yet, on disk: bounded, checksummed, in order. */
@NullMarked
package org.dockline.poller.spool;

import org.jspecify.annotations.NullMarked;
