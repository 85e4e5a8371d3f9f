package org.dockline.dashboard.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinSession;
import org.dockline.dashboard.login.LoginPage;
import org.dockline.dashboard.text.Words;

/** Ends the session of a reader who has logged in; id: {@code logout}. */
final class LogOutButton extends NativeButton {

  LogOutButton(Words words, String name) {
    super(words.say("login.leave"));
    setId("logout");
    addClassName("text-button");
    getElement().setAttribute("title", words.say("login.as", name));
    addClickListener(
        click -> {
          UI.getCurrent().getPage().setLocation(LoginPage.LEFT);
          VaadinSession.getCurrent().getSession().invalidate();
        });
  }
}
