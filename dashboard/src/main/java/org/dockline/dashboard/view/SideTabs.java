package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.dockline.dashboard.text.Words;

/** Chooses what is listed beside the map; ids: {@code list-NAME}. */
final class SideTabs extends Div {

  private final Map<Side, NativeButton> buttons = new EnumMap<>(Side.class);

  SideTabs(Words words, Consumer<Side> choose) {
    addClassName("side-tabs");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", words.say("list.label"));
    for (Side side : Side.values()) {
      NativeButton button = new NativeButton(words.say("list." + side.key()));
      button.setId("list-" + side.key());
      button.addClickListener(click -> choose.accept(side));
      buttons.put(side, button);
      add(button);
    }
  }

  void show(Side chosen) {
    buttons.forEach(
        (side, button) ->
            button.getElement().setAttribute("aria-pressed", Boolean.toString(side == chosen)));
  }
}
