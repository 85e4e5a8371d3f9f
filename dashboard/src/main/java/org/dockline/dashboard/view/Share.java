package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.dockline.dashboard.text.Words;
import org.jspecify.annotations.Nullable;

/** A share of time as a figure and a bar. */
final class Share extends Span {

  Share(Words words, @Nullable Double share, String kind) {
    addClassNames("share", "share-" + kind);
    Span figure = new Span(words.share(share));
    figure.addClassName("share-figure");
    Span bar = new Span();
    bar.addClassName("share-bar");
    bar.getElement().setAttribute("aria-hidden", "true");
    bar.getStyle().set("--share", String.format(Locale.ROOT, "%.4f", share == null ? 0.0 : share));
    add(figure, bar);
  }
}
