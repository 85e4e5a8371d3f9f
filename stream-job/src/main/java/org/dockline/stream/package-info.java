/** The speed chain: publishes what is newest and what is recent. */
@NullMarked
package org.dockline.stream;

import org.jspecify.annotations.NullMarked;
