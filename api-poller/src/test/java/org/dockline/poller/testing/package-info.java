/** What several tests of the poller share. */
@NullMarked
package org.dockline.poller.testing;

import org.jspecify.annotations.NullMarked;
