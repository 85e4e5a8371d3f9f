package org.dockline.dashboard.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouterLink;
import org.dockline.dashboard.text.Words;

/**
 * Says that there is nothing to see, and where there is. Ids: {@code page-title}, {@code to-live}.
 */
class DeadEnd extends Div implements HasDynamicTitle {

  private final String title;
  private final Words words = Words.in(UI.getCurrent().getLocale());

  DeadEnd(String name) {
    title = words.say(name + ".title");
    addClassName("dead-end");
    setId(name);
    H1 heading = new H1(title);
    heading.setId("page-title");
    RouterLink live = new RouterLink(words.say("dead.end.live"), LiveView.class);
    live.setId("to-live");
    live.addClassName("action");
    add(heading, new Paragraph(words.say(name + ".detail")), live);
  }

  @Override
  public String getPageTitle() {
    return words.say("app.title", title);
  }
}
