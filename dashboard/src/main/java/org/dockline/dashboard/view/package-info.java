/** The pages and what they are made of. */
@NullMarked
package org.dockline.dashboard.view;

import org.jspecify.annotations.NullMarked;
