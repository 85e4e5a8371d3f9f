/** JCDecaux v1 and v3: the only place that knows their field names. */
@NullMarked
package org.dockline.poller.jcdecaux;

import org.jspecify.annotations.NullMarked;
