/** Plays recorded answers into the topics, as if the providers gave them again. */
@NullMarked
package org.dockline.poller.replay;

import org.jspecify.annotations.NullMarked;
