package org.dockline.dashboard.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import org.dockline.dashboard.text.Words;

/** Occupancy by hour of the day: what is usual as bands, today as a line. */
@Tag("dl-typical")
@JsModule("context://dockline/typical.js")
final class TypicalChart extends Component implements HasStyle {

  TypicalChart(Words words) {
    setId("typical-chart");
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", words.say("typical.label"));
    getElement().setAttribute("words", BrowserWords.of(words, "typical."));
  }

  void show(String data, String label) {
    getElement().setAttribute("aria-label", label);
    getElement().executeJs("this.draw($0)", data);
  }
}
