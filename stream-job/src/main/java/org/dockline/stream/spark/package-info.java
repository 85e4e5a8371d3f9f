/** The query: how Spark reads the topics, and what it says of itself. */
@NullMarked
package org.dockline.stream.spark;

import org.jspecify.annotations.NullMarked;
