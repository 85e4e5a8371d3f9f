/** What every service has: a command line, an end, a health endpoint. */
@NullMarked
package org.dockline.station.service;

import org.jspecify.annotations.NullMarked;
