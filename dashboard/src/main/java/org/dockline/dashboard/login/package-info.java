/** Who may see the dashboard, where its operator wants to know. */
@NullMarked
package org.dockline.dashboard.login;

import org.jspecify.annotations.NullMarked;
