package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.LinkedHashMap;
import java.util.Map;

/** Some addresses to choose from, one of which is the present one. Ids: {@code ID-OPTION}. */
final class Choice extends Nav {

  private final String id;
  private final Map<String, Anchor> links = new LinkedHashMap<>();

  Choice(String id, String label) {
    this.id = id;
    setId(id);
    addClassName("choice");
    getElement().setAttribute("aria-label", label);
  }

  /** Offers an address, in place of the one that this option had before. */
  void offer(String option, String text, String address, boolean present) {
    Anchor link = links.computeIfAbsent(option, this::make);
    link.setHref(address);
    link.setText(text);
    if (present) {
      link.getElement().setAttribute("aria-current", "true");
    } else {
      link.getElement().removeAttribute("aria-current");
    }
  }

  /** Takes an option off, or brings it back. */
  void allow(String option, boolean allowed) {
    Anchor link = links.get(option);
    if (link != null) {
      link.setVisible(allowed);
    }
  }

  private Anchor make(String option) {
    Anchor link = new Anchor();
    link.setId(id + "-" + option);
    add(link);
    return link;
  }
}
