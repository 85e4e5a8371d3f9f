package org.dockline.dashboard.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.dockline.dashboard.history.ContractReport;
import org.dockline.dashboard.history.WeekGrid;
import org.dockline.dashboard.live.Counted;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Words;
import org.jspecify.annotations.Nullable;

/** A city over time: {@code contract?contract=lyon&until=2026-03-08&show=empty}. */
@Route(value = "contract", layout = MainLayout.class)
public final class ContractView extends Div
    implements BeforeEnterObserver, HasDynamicTitle, ShowsMoment {

  private static final Duration REREAD = Duration.ofMinutes(10);

  private final Services services;
  private final Words words;
  private final ContractHead head;
  private final Notices notices;
  private final Div note = new Div();
  private final ContractBody body;
  private @Nullable Week week;
  private @Nullable ContractReport report;
  private Instant askedAt = Instant.MIN;

  /** Built by Vaadin for each page. */
  public ContractView(Services services) {
    this.services = services;
    words = Words.in(UI.getCurrent().getLocale());
    head = new ContractHead(services, words, this::choose);
    notices = new Notices(services, words, "notice.contract.kept");
    body = new ContractBody(words);
    addClassNames("page", "contract-page");
    note.setId("contract-note");
    note.addClassName("hint");
    note.getElement().setAttribute("role", "status");
    add(head, notices, note, body);
  }

  private void choose(String contract) {
    Links.follow(this, Links.contract(contract));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String contract = Selection.of(event.getLocation().getQueryParameters()).contract();
    Optional<Moment> now = services.moments().current();
    now.ifPresentOrElse(head::offer, notices::showWaiting);
    head.select(contract);
    if (contract == null) {
      showNone();
      return;
    }
    Week asked =
        Week.of(
            event.getLocation().getQueryParameters(),
            contract,
            services.contracts().zone(contract),
            services.clock().instant());
    boolean moved =
        week == null || !week.contract().equals(contract) || !week.last().equals(asked.last());
    week = asked;
    head.show(asked);
    body.setVisible(true);
    now.ifPresent(this::showNotices);
    if (moved) {
      begin(asked);
    } else if (report != null) {
      draw(asked, report);
    }
  }

  private void showNone() {
    week = null;
    head.showNone();
    body.setVisible(false);
    note.setText("");
  }

  private void begin(Week asked) {
    report = null;
    body.begin();
    getElement().setAttribute("data-state", "loading");
    note.setText(words.say("page.loading"));
    read(asked);
  }

  private void read(Week asked) {
    Instant now = services.clock().instant();
    askedAt = now;
    Optional<LiveSnapshot> snapshot = services.live().current();
    Later.read(
        services.background(),
        () ->
            services
                .insights()
                .ofContract(
                    asked.contract(),
                    asked.zone(),
                    asked.from(),
                    asked.to(now),
                    Counted.in(snapshot)),
        read -> arrived(asked, read),
        () -> {
          getElement().setAttribute("data-state", "failed");
          note.setText(words.say("page.failed"));
        });
  }

  private void arrived(Week asked, ContractReport read) {
    Week now = week;
    if (now != null && now.contract().equals(asked.contract()) && now.last().equals(asked.last())) {
      report = read;
      draw(now, read);
    }
  }

  private void draw(Week asked, ContractReport read) {
    WeekGrid grid = WeekGrid.of(read.hours().totals(), asked.days(), asked.zone());
    boolean nothing = grid.all() == null || Objects.requireNonNull(grid.all()).known().isZero();
    getElement().setAttribute("data-state", nothing ? "empty" : read.joined().state());
    String origin =
        JoinedNote.of(words, read.joined(), asked.zone(), services.clock().instant(), null);
    note.setText(nothing ? words.say("contract.nothing") + " " + origin : origin);
    body.show(
        grid,
        asked,
        read,
        key -> services.live().current().flatMap(live -> live.find(key)).map(StationNames::of));
  }

  @Override
  public void show(Moment moment) {
    head.offer(moment);
    showNotices(moment);
    Week now = week;
    if (now != null && now.current() && services.clock().instant().isAfter(askedAt.plus(REREAD))) {
      read(now);
    }
  }

  private void showNotices(Moment moment) {
    Week now = week;
    notices.show(moment, now == null ? Selection.ALL : Selection.ofContract(now.contract()));
  }

  @Override
  public String getPageTitle() {
    return words.say("app.title", head.title());
  }
}
