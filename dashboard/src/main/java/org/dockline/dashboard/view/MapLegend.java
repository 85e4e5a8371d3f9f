package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.dockline.dashboard.live.Band;
import org.dockline.dashboard.text.Words;

/** Names the steps of the colour scale. */
final class MapLegend extends UnorderedList {

  MapLegend(Words words) {
    addClassName("legend");
    getElement().setAttribute("aria-label", words.say("map.legend"));
    for (Band band : Band.values()) {
      String name = band.key();
      Span dot = new Span();
      dot.addClassNames("dot", "band-" + name);
      add(new ListItem(dot, new Span(words.say("band." + name))));
    }
  }
}
