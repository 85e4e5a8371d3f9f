/** What a log of observations holds, counted without reading a single observation. */
@NullMarked
package org.dockline.batch.survey;

import org.jspecify.annotations.NullMarked;
