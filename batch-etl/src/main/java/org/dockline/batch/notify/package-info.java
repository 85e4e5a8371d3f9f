/** Tells people who do not watch, by e-mail and webhook. */
@NullMarked
package org.dockline.batch.notify;

import org.jspecify.annotations.NullMarked;
