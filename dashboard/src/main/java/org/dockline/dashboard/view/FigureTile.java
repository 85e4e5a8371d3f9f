package org.dockline.dashboard.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One figure with its name; ids: {@code figure-NAME}. */
final class FigureTile extends Div {

  private final Span value = new Span();
  private final Span detail = new Span();

  FigureTile(String name, String label) {
    this(name, label, null);
  }

  FigureTile(String name, String label, @org.jspecify.annotations.Nullable Component instead) {
    addClassName("figure");
    addClassName("figure-" + name);
    value.addClassName("figure-value");
    value.setId("figure-" + name);
    detail.addClassName("figure-detail");
    Span title = new Span(label);
    title.addClassName("figure-label");
    if (instead != null) {
      value.add(instead);
    }
    add(title, value, detail);
  }

  void set(String text, String more) {
    Quiet.text(value, text);
    Quiet.text(detail, more);
  }

  void setDetail(String more) {
    Quiet.text(detail, more);
  }
}
