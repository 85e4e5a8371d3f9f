package org.dockline.dashboard.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dockline.dashboard.live.Credits;
import org.dockline.dashboard.push.Moment;
import org.dockline.station.Attribution;

/** What stands above all live data: of when it is, where to go on, and whom to name. */
final class Facts {

  static final String JCDECAUX_LICENCE = "https://developer.jcdecaux.com/files/Open-Licence-en.pdf";

  private Facts() {}

  static void about(Told told, Moment moment) {
    told.fact("as_of", moment.snapshot().asOf());
    told.fact("batch_id", moment.snapshot().batchId());
    told.fact("event_id", ChangeLog.id(moment));
    told.fact("simulated", moment.snapshot().simulated());
    told.fact("attribution", attribution(moment.snapshot().credits()));
  }

  private static List<Map<String, String>> attribution(Credits credits) {
    List<Map<String, String>> named = new ArrayList<>();
    if (credits.simulated()) {
      named.add(Map.of("name", "Dockline's simulator"));
    }
    if (credits.jcdecaux()) {
      Map<String, String> jcdecaux = new LinkedHashMap<>();
      jcdecaux.put("name", "JCDecaux");
      jcdecaux.put("licence", JCDECAUX_LICENCE);
      named.add(jcdecaux);
    }
    credits.feeds().forEach(feed -> named.add(of(feed)));
    if (credits.unnamed()) {
      named.add(Map.of("name", "the operators of the systems shown"));
    }
    return named;
  }

  private static Map<String, String> of(Attribution feed) {
    Map<String, String> named = new LinkedHashMap<>();
    feed.whom().ifPresent(whom -> named.put("name", whom));
    feed.page().ifPresent(page -> named.put("url", page));
    String licence = feed.licenseId();
    if (licence != null) {
      named.put("licence", licence);
    } else {
      feed.licensePage().ifPresent(page -> named.put("licence", page));
    }
    return named;
  }
}
