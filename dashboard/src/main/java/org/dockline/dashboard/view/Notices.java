package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import org.dockline.dashboard.history.ServedHistory;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Words;

/** What a reader must know before believing the figures; id: {@code notices}. */
final class Notices extends Div {

  private final Services services;
  private final Words words;
  private final String gone;

  Notices(Services services, Words words) {
    this(services, words, "notice.contract.detail");
  }

  /** Says that of a city that has no stations. */
  Notices(Services services, Words words, String gone) {
    this.services = services;
    this.gone = gone;
    this.words = words;
    addClassName("notices");
    setId("notices");
    getElement().setAttribute("role", "status");
  }

  /** There is nothing to show yet. */
  void showWaiting() {
    removeAll();
    add(notice("waiting", words.say("notice.waiting"), words.say("notice.waiting.detail")));
  }

  void show(Moment moment, Selection selection) {
    removeAll();
    Duration age = Duration.between(moment.snapshot().asOf(), services.clock().instant());
    if (age.compareTo(ServedHistory.STALE_AFTER) > 0) {
      add(
          notice(
              "stale",
              words.say("notice.stale", words.age(age)),
              words.say("notice.stale.detail")));
    } else if (moment.snapshot().facts().catchingUp()) {
      add(notice("catching-up", words.say("notice.catching.up"), ""));
    }
    String contract = selection.contract();
    if (contract != null && !moment.board().figures().containsKey(contract)) {
      add(
          notice(
              "no-contract",
              words.say("notice.contract", services.contracts().city(contract)),
              words.say(gone)));
    }
  }

  private static Div notice(String name, String text, String detail) {
    Span strong = new Span(text);
    strong.addClassName("notice-text");
    Div notice = new Div(strong, new Span(detail));
    notice.addClassNames("notice", "notice-" + name);
    notice.setId("notice-" + name);
    return notice;
  }
}
