package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Words;
import org.jspecify.annotations.Nullable;

/** What a city's page is about, and the ways to another week or city. Id: {@code contract-week}. */
final class ContractHead extends Div {

  private final Services services;
  private final Words words;
  private final H1 title = new H1();
  private final Span subtitle = new Span();
  private final Choice weeks;
  private final CityChooser chooser;

  ContractHead(Services services, Words words, Consumer<String> choose) {
    this.services = services;
    this.words = words;
    weeks = new Choice("week", words.say("week.label"));
    chooser = new CityChooser(words, services.contracts(), choose);
    addClassName("page-head");
    title.setId("page-title");
    subtitle.addClassName("subtitle");
    subtitle.setId("contract-week");
    Div heading = new Div(title, subtitle);
    heading.addClassName("heading");
    Div tools = new Div(weeks, chooser);
    tools.addClassName("page-tools");
    add(heading, tools);
  }

  String title() {
    return title.getText();
  }

  /** Offers the cities of this moment. */
  void offer(Moment moment) {
    chooser.show(moment);
  }

  /** Shows which city is chosen. */
  void select(@Nullable String contract) {
    chooser.select(contract);
  }

  void showNone() {
    title.setText(words.say("contract.page"));
    subtitle.setText(words.say("contract.choose"));
    weeks.setVisible(false);
  }

  void show(Week asked) {
    title.setText(services.contracts().city(asked.contract()));
    String brand = services.contracts().brand(asked.contract());
    String days =
        words.say(
            "contract.week",
            words.dayAndMonth(asked.days().getFirst()),
            words.dayAndMonth(asked.last()));
    subtitle.setText(brand == null ? days : brand + " · " + days);
    LocalDate today = services.clock().instant().atZone(asked.zone()).toLocalDate();
    weeks.setVisible(true);
    weeks.offer("previous", words.say("week.previous"), asked.moved(-7, today), false);
    weeks.offer("next", words.say("week.next"), asked.moved(7, today), false);
    weeks.allow("next", !asked.current());
    weeks.offer("last", words.say("week.last"), asked.latest(), asked.current());
  }
}
