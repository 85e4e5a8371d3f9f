/** What every service has: a health endpoint. */
@NullMarked
package org.dockline.station.service;

import org.jspecify.annotations.NullMarked;
