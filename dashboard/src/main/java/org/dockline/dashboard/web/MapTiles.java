package org.dockline.dashboard.web;

import java.net.URI;
import java.util.Locale;
import org.dockline.station.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * A tile server whose pictures lie over the base map that Dockline brings.
 *
 * @param url address of a tile with {@code {z}}, {@code {x}} and {@code {y}} in it, perhaps {@code
 *     {s}} and {@code {r}}; null for none
 * @param attribution whom its owner asks to name; may be blank
 */
public record MapTiles(@Nullable String url, String attribution) {

  /** No tile server. */
  public static final MapTiles NONE = new MapTiles(null, "");

  private static final String NAME = "MAP_TILES_URL";

  /** Reads the settings; what is wrong with them is told by {@link Settings#check}. */
  public static MapTiles from(Settings settings) {
    String url = settings.text(NAME, "");
    if (url.isEmpty()) {
      return NONE;
    }
    if (!isTemplate(url)) {
      settings.problem(
          NAME
              + " is '"
              + url
              + "'; allowed is an http or https address with {z}, {x} and {y} in its path");
      return NONE;
    }
    return new MapTiles(url, settings.text("MAP_TILES_ATTRIBUTION", ""));
  }

  private static boolean isTemplate(String url) {
    if (!url.contains("{z}") || !url.contains("{x}") || !url.contains("{y}")) {
      return false;
    }
    try {
      URI example = URI.create(url.replaceAll("\\{[a-z]}", "0"));
      String scheme = String.valueOf(example.getScheme()).toLowerCase(Locale.ROOT);
      return (scheme.equals("http") || scheme.equals("https"))
          && example.getHost() != null
          && !origin(url).contains("{")
          && !url.matches("(?s).*[\\s;,'\"].*");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** What a content security policy has to allow for it, with a space before it; or nothing. */
  String imageSource() {
    return url == null ? "" : " " + origin(url);
  }

  /** Scheme, host and port; the part of the host that changes is a star. */
  private static String origin(String url) {
    int path = url.indexOf('/', url.indexOf("://") + 3);
    String origin = path < 0 ? url : url.substring(0, path);
    return origin.replace("://{s}.", "://*.");
  }
}
