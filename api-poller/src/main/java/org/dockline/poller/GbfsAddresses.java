package org.dockline.poller;

import static org.dockline.station.ContractCatalogue.canonicalName;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dockline.station.settings.Settings;

/** The setting that names systems of GBFS and where their discovery files are. */
final class GbfsAddresses {

  private GbfsAddresses() {}

  /** Canonical contract to discovery file, as the operator names them. */
  static Map<String, URI> of(Settings s) {
    Map<String, URI> feeds = new LinkedHashMap<>();
    s.pairs("GBFS_FEEDS")
        .forEach((contract, url) -> feeds.put(canonicalName(contract), address(s, contract, url)));
    return feeds;
  }

  private static URI address(Settings s, String contract, String url) {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      return wrong(s, contract, url);
    }
    return wrong(s, contract, url);
  }

  private static URI wrong(Settings s, String contract, String url) {
    s.problem(
        "GBFS_FEEDS gives " + contract + " the address '" + url + "'; it must be http or https");
    return URI.create("http://invalid.invalid/");
  }
}
