package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import org.dockline.dashboard.pipeline.Stage;
import org.dockline.dashboard.text.Words;

/** One stage: its state in a word and a colour, its age, its figure, and what to do about it. */
final class StageCard extends ListItem {

  private final Words words;
  private final Span state = new Span();
  private final Ago age;
  private final Span figure = new Span();
  private final Span remedyText = new Span();
  private final Div remedy = new Div();

  StageCard(Stage.Name name, Words words, Clock clock) {
    this.words = words;
    setId("stage-" + name.key());
    addClassName("stage");
    Span title = new Span(words.say("stage." + name.key()));
    title.addClassName("stage-name");
    Span task = new Span(words.say("stage." + name.key() + ".task"));
    task.addClassName("stage-task");
    state.addClassName("stage-state");
    age = new Ago(words, clock);
    age.addClassName("stage-age");
    figure.addClassName("stage-figure");
    Span todo = new Span(words.say("stage.todo"));
    todo.addClassName("stage-todo");
    remedy.addClassName("stage-remedy");
    remedy.add(todo, remedyText);
    add(title, task, state, age, figure, remedy);
  }

  void show(Stage stage) {
    String name = stage.name().key();
    getElement().setAttribute("data-state", stage.state().key());
    Quiet.text(state, words.say("state." + stage.state().key()));
    if (stage.lastSign() == null) {
      age.setPlain(words.say("stage.never"));
    } else {
      age.set(words.say("stage.age", "{age}"), stage.lastSign());
    }
    Quiet.text(figure, words.say("stage." + name + ".figure", stage.count()));
    boolean well = stage.state() == Stage.State.OK;
    Quiet.text(
        remedyText, well ? "" : words.say("stage." + name + ".remedy." + stage.state().key()));
    remedy.setVisible(!well);
  }
}
