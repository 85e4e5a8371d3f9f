package org.dockline.dashboard.view;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dockline.dashboard.text.Words;

/** The page's tables as files. Ids: {@code downloads}, {@code download-TABLE-FORM}. */
final class DownloadsCard extends Card {

  private static final List<String> TABLES = List.of("hours", "stations", "months");
  private static final Map<String, String> FORMS = Map.of("csv", "CSV", "parquet", "Parquet");

  private final Map<String, Anchor> links = new LinkedHashMap<>();

  DownloadsCard(Words words) {
    super("downloads", words.say("download.title"));
    addClassName("downloads");
    for (String table : TABLES) {
      Span name = new Span(words.say("download." + table));
      Div row = new Div(name);
      row.addClassName("download");
      for (String form : List.of("csv", "parquet")) {
        row.add(link(words, table, form));
      }
      add(row);
    }
  }

  private Anchor link(Words words, String table, String form) {
    String said = FORMS.get(form);
    Anchor link = new Anchor("", said);
    link.setId("download-" + table + "-" + form);
    link.setAriaLabel(words.say("download.as", words.say("download." + table), said));
    link.setRouterIgnore(true);
    link.getElement().setAttribute("download", true);
    links.put(table + "." + form, link);
    return link;
  }

  void show(Week week) {
    String folder = "export/" + Links.encoded(week.contract()) + "/";
    links.forEach((file, link) -> link.setHref(folder + file + week.question()));
  }
}
