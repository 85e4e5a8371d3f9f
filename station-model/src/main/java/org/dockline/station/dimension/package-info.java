/**
 * What stations were, from when to when: the rules of the slowly changing dimension, whatever the
 * order in which days are loaded.
 */
@NullMarked
package org.dockline.station.dimension;

import org.jspecify.annotations.NullMarked;
