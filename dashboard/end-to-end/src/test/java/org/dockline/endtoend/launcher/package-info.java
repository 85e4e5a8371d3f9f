/**
 * Tests of {@code ./dockline}, in a project of stand-ins: what it starts is not what they are
 * about.
 */
@NullMarked
package org.dockline.endtoend.launcher;

import org.jspecify.annotations.NullMarked;
