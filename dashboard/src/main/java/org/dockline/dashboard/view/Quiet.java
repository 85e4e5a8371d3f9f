package org.dockline.dashboard.view;

import com.vaadin.flow.component.HasText;

/** Keeps what did not change from travelling: a text that is set again is sent again. */
final class Quiet {

  private Quiet() {}

  /** Sets a text unless it stands there already. */
  static void text(HasText where, String text) {
    if (!text.equals(where.getText())) {
      where.setText(text);
    }
  }
}
