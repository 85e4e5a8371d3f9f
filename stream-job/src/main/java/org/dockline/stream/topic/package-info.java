/** Records of the topics as values, and how far the topics reach. */
@NullMarked
package org.dockline.stream.topic;

import org.jspecify.annotations.NullMarked;
