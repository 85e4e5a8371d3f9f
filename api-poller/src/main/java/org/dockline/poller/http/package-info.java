/** The edge to HTTP: bounded, patient and discreet. */
@NullMarked
package org.dockline.poller.http;

import org.jspecify.annotations.NullMarked;
