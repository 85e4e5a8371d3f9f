/** Brings a warehouse's schema to this program's version, as a program that ends. */
@NullMarked
package org.dockline.warehouse.migration;

import org.jspecify.annotations.NullMarked;
