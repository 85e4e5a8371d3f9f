package org.dockline.dashboard.view;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.dashboard.pipeline.Stage;
import org.dockline.dashboard.pipeline.Stages;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Words;
import org.dockline.dashboard.warehouse.FeedHistory;
import org.dockline.dashboard.warehouse.WarehouseState;
import org.jspecify.annotations.Nullable;

/** How the pipeline is, stage by stage, and what it could not use. Ids: {@code stage-NAME}. */
@Route(value = "pipeline", layout = MainLayout.class)
public final class PipelineView extends Div implements HasDynamicTitle, ShowsMoment {

  private static final Duration ASK_WAREHOUSE = Duration.ofSeconds(20);

  private final Services services;
  private final Words words;
  private final Map<Stage.Name, StageCard> cards = new EnumMap<>(Stage.Name.class);
  private final Div problem = new Div();
  private final PipelineTables tables;
  private @Nullable WarehouseState warehouse;
  private Instant askedAt = Instant.MIN;

  /** What the warehouse said. */
  private record Asked(WarehouseState state, FeedHistory feeds) {}

  /** Built by Vaadin for each page. */
  public PipelineView(Services services) {
    this.services = services;
    words = Words.in(UI.getCurrent().getLocale());
    tables = new PipelineTables(words, services.contracts());
    addClassName("pipeline");
    H1 title = new H1(words.say("pipeline.title"));
    title.setId("page-title");
    Span subtitle = new Span(words.say("pipeline.subtitle"));
    subtitle.addClassName("subtitle");
    problem.setId("live-problem");
    problem.addClassNames("notice");
    OrderedList stages = new OrderedList();
    stages.addClassName("stages");
    for (Stage.Name name : Stage.Name.values()) {
      StageCard card = new StageCard(name, words, services.clock());
      cards.put(name, card);
      stages.add(card);
    }
    Div heading = new Div(title, subtitle);
    heading.addClassName("heading");
    add(heading, problem, stages);
    tables.addTo(this);
    showAll();
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    askWarehouse();
  }

  @Override
  public void show(Moment moment) {
    showAll();
    if (services.clock().instant().isAfter(askedAt.plus(ASK_WAREHOUSE))) {
      askWarehouse();
    }
  }

  private void showAll() {
    Instant now = services.clock().instant();
    Optional<LiveSnapshot> snapshot = services.live().current();
    WarehouseState known = warehouse == null ? new WarehouseState.NotConfigured() : warehouse;
    Stages.of(snapshot, known, now)
        .forEach(
            stage ->
                Optional.ofNullable(cards.get(stage.name())).ifPresent(card -> card.show(stage)));
    Optional<String> live = services.live().problem();
    problem.setText(live.map(reason -> words.say("pipeline.live.problem", reason)).orElse(""));
    problem.setVisible(live.isPresent());
    snapshot.ifPresent(s -> tables.showFacts(s.facts(), now));
    tables.showWarehouse(known);
  }

  /** A warehouse that is away takes its time to say so; the page does not wait for it. */
  private void askWarehouse() {
    askedAt = services.clock().instant();
    Later.read(
        services.background(),
        () -> {
          WarehouseState state = services.warehouse().state();
          return new Asked(state, services.feeds().history(state));
        },
        this::arrived,
        () -> {});
  }

  private void arrived(Asked answer) {
    warehouse = answer.state();
    tables.showHistory(answer.feeds());
    showAll();
  }

  @Override
  public String getPageTitle() {
    return words.say("app.title", words.say("nav.pipeline"));
  }
}
