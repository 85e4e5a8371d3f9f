package org.dockline.dashboard.view;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinRequest;
import java.security.Principal;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Words;
import org.dockline.dashboard.web.MapTiles;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around it, and the one place that follows the live state for it. Ids: {@code
 * nav-live}, {@code nav-pipeline}, {@code simulated}, {@code freshness}, {@code language}, {@code
 * theme}, {@code attribution}.
 */
public final class MainLayout extends Div implements RouterLayout, ShowsMoment {

  private final Words words;
  private final Main main = new Main();
  private final Span simulated = new Span();
  private final Ago freshness;
  private final Attribution attribution;
  private @Nullable HasElement content;

  /** Built by Vaadin for each page. */
  public MainLayout(Services services, MapTiles tiles) {
    words = Words.in(UI.getCurrent().getLocale());
    freshness = new Ago(words, services.clock());
    attribution = new Attribution(words, tiles);
    addClassName("shell");
    main.setId("content");
    add(skipLink(), header(), new ConnectionBar(words), main, attribution);
    freshness.setPlain(words.say("freshness.none"));
    services.moments().current().ifPresent(this::showOwn);
    Follower.follow(this, services.moments(), this);
  }

  @Override
  public void showRouterLayoutContent(@Nullable HasElement shown) {
    content = shown;
    main.getElement().removeAllChildren();
    if (shown != null) {
      main.getElement().appendChild(shown.getElement());
    }
  }

  @Override
  public void show(Moment moment) {
    showOwn(moment);
    if (content instanceof ShowsMoment page) {
      page.show(moment);
    }
  }

  private void showOwn(Moment moment) {
    simulated.setVisible(moment.snapshot().simulated());
    freshness.set(words.say("freshness.text", "{age}"), moment.snapshot().asOf());
    attribution.show(moment);
  }

  private Header header() {
    Span brand = new Span("Dockline");
    brand.addClassName("brand");
    Nav nav =
        new Nav(
            link("nav-live", "nav.live", LiveView.class),
            link("nav-contract", "nav.contract", ContractView.class),
            link("nav-playback", "nav.playback", PlaybackView.class),
            link("nav-pipeline", "nav.pipeline", PipelineView.class));
    nav.getElement().setAttribute("aria-label", words.say("nav.label"));
    simulated.setText(words.say("simulated.badge"));
    simulated.getElement().setAttribute("title", words.say("simulated.detail"));
    simulated.setId("simulated");
    simulated.addClassName("badge");
    simulated.setVisible(false);
    freshness.setId("freshness");
    freshness.addClassName("freshness");
    Div tools = new Div(simulated, freshness, new LanguageChooser(words), new ThemeSwitch(words));
    tools.addClassName("tools");
    Principal reader = VaadinRequest.getCurrent().getUserPrincipal();
    if (reader != null) {
      tools.add(new LogOutButton(words, reader.getName()));
    }
    Header header = new Header(brand, nav, tools);
    header.addClassName("topbar");
    return header;
  }

  private RouterLink link(
      String id, String text, Class<? extends com.vaadin.flow.component.Component> page) {
    RouterLink link = new RouterLink(words.say(text), page);
    link.setId(id);
    link.setHighlightCondition(com.vaadin.flow.router.HighlightConditions.sameLocation());
    return link;
  }

  private Anchor skipLink() {
    Anchor skip = new Anchor("#content", words.say("nav.skip"));
    skip.addClassName("skip");
    skip.setRouterIgnore(true);
    return skip;
  }
}
