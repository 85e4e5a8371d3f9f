/** A SQL server for a machine without one: H2 over TCP, as a process of its own. */
@NullMarked
package org.dockline.warehouse.embedded;

import org.jspecify.annotations.NullMarked;
