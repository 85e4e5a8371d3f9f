/**
 * Reading answers of providers without trusting them: as a stream, station by station, so that one
 * bad station harms no other and every bad one is told with field, value and reason.
 */
@NullMarked
package org.dockline.poller.decode;

import org.jspecify.annotations.NullMarked;
