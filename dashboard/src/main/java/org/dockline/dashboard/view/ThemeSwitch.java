package org.dockline.dashboard.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.dockline.dashboard.text.Words;

/** Light, dark, or as the system has it; kept in the browser. Id: {@code theme}. */
@Tag("dl-theme")
@JsModule("context://dockline/theme.js")
final class ThemeSwitch extends Component {

  ThemeSwitch(Words words) {
    setId("theme");
    getElement().setAttribute("words", BrowserWords.of(words, "theme."));
  }
}
