/** What the stream knows: the newest observations, and facts of the pipeline. Pure. */
@NullMarked
package org.dockline.stream.merge;

import org.jspecify.annotations.NullMarked;
