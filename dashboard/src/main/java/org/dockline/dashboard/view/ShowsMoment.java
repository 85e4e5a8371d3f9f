package org.dockline.dashboard.view;

import org.dockline.dashboard.push.Moment;

/** A page that follows the live state. Called with its session locked. */
interface ShowsMoment {

  /** A newer moment than any before; some may have been passed over. */
  void show(Moment moment);
}
