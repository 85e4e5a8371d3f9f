/** How each stage of the pipeline is, judged from what it leaves behind. */
@NullMarked
package org.dockline.dashboard.pipeline;

import org.jspecify.annotations.NullMarked;
