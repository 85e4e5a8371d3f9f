package org.dockline.dashboard.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.dockline.dashboard.text.Words;

/**
 * Says that the line to the server is down, and for how long what is shown has been old. Lives in
 * the browser alone: when it is needed, the server can't be asked. Id: {@code connection}.
 */
@Tag("dl-connection")
@JsModule("context://dockline/connection.js")
final class ConnectionBar extends Component {

  ConnectionBar(Words words) {
    setId("connection");
    getElement().setAttribute("role", "alert");
    getElement().setAttribute("words", BrowserWords.of(words, "connection."));
  }
}
