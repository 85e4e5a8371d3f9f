/** Answers of providers as they came, written down and read again. */
@NullMarked
package org.dockline.poller.recording;

import org.jspecify.annotations.NullMarked;
