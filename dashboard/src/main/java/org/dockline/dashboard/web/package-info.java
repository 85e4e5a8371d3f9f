/** What is served beside the pages: map data, headers, the first page's frame. */
@NullMarked
package org.dockline.dashboard.web;

import org.jspecify.annotations.NullMarked;
