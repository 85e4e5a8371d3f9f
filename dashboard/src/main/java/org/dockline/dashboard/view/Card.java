package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** A titled box of a page, with a note below for what must be known of its figures. */
class Card extends Div {

  private final H2 title = new H2();
  private final Paragraph note = new Paragraph();

  Card(String id, String heading) {
    setId(id);
    addClassName("card");
    title.setText(heading);
    note.addClassName("hint");
    note.setVisible(false);
    add(title, note);
  }

  final void setHeading(String text) {
    title.setText(text);
  }

  /** Nothing is said when it is empty. The note stands below all that was added so far. */
  final void setNote(String text) {
    note.setText(text);
    note.setVisible(!text.isEmpty());
    add(note);
  }
}
