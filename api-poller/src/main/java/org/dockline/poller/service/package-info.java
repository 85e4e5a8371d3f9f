/** The poller at work: feeds asked side by side until it is told to stop, and how they are. */
@NullMarked
package org.dockline.poller.service;

import org.jspecify.annotations.NullMarked;
