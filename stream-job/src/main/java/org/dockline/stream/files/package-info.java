/** What lies beside the snapshots: the checkpoint, and files that nobody needs any more. */
@NullMarked
package org.dockline.stream.files;

import org.jspecify.annotations.NullMarked;
