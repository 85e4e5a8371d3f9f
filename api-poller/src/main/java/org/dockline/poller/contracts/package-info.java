/** Finding out about contracts that no table knows beforehand: above all, their time zone. */
@NullMarked
package org.dockline.poller.contracts;

import org.jspecify.annotations.NullMarked;
