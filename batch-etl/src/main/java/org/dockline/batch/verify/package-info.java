/**
 * Whether topic, archive, recent files and warehouse hold the same, contract-day by contract-day.
 */
@NullMarked
package org.dockline.batch.verify;

import org.jspecify.annotations.NullMarked;
