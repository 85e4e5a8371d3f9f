package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.NativeButton;
import org.dockline.dashboard.text.Words;

/** Marks the station that is shown as a favourite, or takes the mark away. */
final class StarButton extends NativeButton {

  StarButton(Words words, Runnable toggle) {
    setId("station-star");
    addClassName("star");
    getElement().setAttribute("aria-label", words.say("favourites.mark"));
    getElement().setAttribute("title", words.say("favourites.mark"));
    addClickListener(click -> toggle.run());
    show(false);
  }

  void show(boolean marked) {
    getElement().setAttribute("aria-pressed", Boolean.toString(marked));
  }
}
