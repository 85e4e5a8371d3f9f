/** What the broker is asked beside the records themselves. */
@NullMarked
package org.dockline.stream.kafka;

import org.jspecify.annotations.NullMarked;
