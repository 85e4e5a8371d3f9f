package org.dockline.dashboard.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Words;
import org.dockline.dashboard.web.MapTiles;
import org.jspecify.annotations.Nullable;

/**
 * A past day of a city, replayed: {@code
 * playback?contract=lyon&date=2026-03-08&at=08:30&with=18:00}.
 */
@Route(value = "playback", layout = MainLayout.class)
public final class PlaybackView extends Div
    implements BeforeEnterObserver, HasDynamicTitle, ShowsMoment {

  private final Services services;
  private final Words words;
  private final H1 title = new H1();
  private final Span subtitle = new Span();
  private final CityChooser chooser;
  private final Choice days;
  private final Notices notices;
  private final DateField date;
  private final DayPlayer player;
  private @Nullable String contract;

  /** Built by Vaadin for each page. */
  public PlaybackView(Services services, MapTiles tiles) {
    this.services = services;
    words = Words.in(UI.getCurrent().getLocale());
    chooser = new CityChooser(words, services.contracts(), this::choose);
    days = new Choice("day", words.say("playback.day"));
    date = new DateField("playback-date", words.say("playback.day"), words, this::chooseDate);
    notices = new Notices(services, words, "notice.contract.kept");
    player = new DayPlayer(words, tiles);
    addClassNames("page", "playback-page");
    title.setId("page-title");
    subtitle.addClassName("subtitle");
    subtitle.setId("playback-day");
    Div heading = new Div(title, subtitle);
    heading.addClassName("heading");
    Div tools = new Div(days, date, chooser);
    tools.addClassName("page-tools");
    Div head = new Div(heading, tools);
    head.addClassName("page-head");
    add(head, notices, player);
  }

  private void choose(String chosen) {
    Links.follow(this, Links.playback(chosen));
  }

  private void chooseDate(LocalDate date) {
    String now = contract;
    if (now != null) {
      Links.follow(this, address(now, date));
    }
  }

  private static String address(String contract, LocalDate date) {
    return Links.playback(contract) + "&date=" + date;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters parameters = event.getLocation().getQueryParameters();
    contract = Selection.of(parameters).contract();
    services.moments().current().ifPresent(chooser::show);
    chooser.select(contract);
    String asked = contract;
    days.setVisible(asked != null);
    date.setVisible(asked != null);
    player.setVisible(asked != null);
    services.moments().current().ifPresent(this::showNotices);
    if (asked == null) {
      title.setText(words.say("playback.page"));
      subtitle.setText(words.say("contract.choose"));
      return;
    }
    ZoneId zone = services.contracts().zone(asked);
    LocalDate today = services.clock().instant().atZone(zone).toLocalDate();
    LocalDate day =
        parameters.getSingleParameter("date").flatMap(Week::date).orElse(today.minusDays(1));
    title.setText(services.contracts().city(asked));
    subtitle.setText(words.longDate(day));
    days.offer("previous", words.say("playback.previous"), address(asked, day.minusDays(1)), false);
    days.offer("next", words.say("playback.next"), address(asked, day.plusDays(1)), false);
    days.allow("next", day.isBefore(today));
    date.setMax(today);
    date.setValue(day);
    player.show(asked, day, moments(parameters, "at"), moments(parameters, "with"));
  }

  private static @Nullable String moments(QueryParameters parameters, String name) {
    Optional<String> text = parameters.getSingleParameter(name);
    return text.filter(t -> t.matches("[0-2]\\d:[0-5]\\d")).orElse(null);
  }

  @Override
  public void show(Moment moment) {
    chooser.show(moment);
    showNotices(moment);
  }

  private void showNotices(Moment moment) {
    String now = contract;
    notices.show(moment, now == null ? Selection.ALL : Selection.ofContract(now));
  }

  @Override
  public String getPageTitle() {
    return words.say("app.title", title.getText());
  }
}
