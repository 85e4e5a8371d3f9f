package org.dockline.poller;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The systems that JCDecaux publishes as GBFS, without a key. */
final class JcdecauxCities {

  private static final List<String> CONTRACTS =
      List.of(
          "amiens",
          "besancon",
          "bruxelles",
          "cergy",
          "dublin",
          "lillestrom",
          "ljubljana",
          "lund",
          "luxembourg",
          "lyon",
          "maribor",
          "namur",
          "nancy",
          "nantes",
          "seville",
          "toulouse",
          "toyama",
          "valence",
          "vilnius");

  private JcdecauxCities() {}

  /** Contract to discovery file. */
  static Map<String, URI> feeds() {
    Map<String, URI> feeds = new LinkedHashMap<>();
    CONTRACTS.forEach(contract -> feeds.put(contract, address(contract)));
    return feeds;
  }

  private static URI address(String contract) {
    return URI.create("https://api.cyclocity.fr/contracts/" + contract + "/gbfs/v3/gbfs.json");
  }
}
