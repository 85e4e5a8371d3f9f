/** What serving costs. */
@NullMarked
package org.dockline.dashboard.bench;

import org.jspecify.annotations.NullMarked;
