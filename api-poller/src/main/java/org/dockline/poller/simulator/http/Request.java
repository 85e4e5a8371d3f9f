package org.dockline.poller.simulator.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked.
 *
 * @param method upper case
 * @param path its segments, decoded, without empty ones
 * @param query decoded; of a name given twice the last value
 * @param base where the server was found, for example {@code http://127.0.0.1:8089}
 * @param fromHere whether this machine itself asks
 */
record Request(
    String method, List<String> path, Map<String, String> query, String base, boolean fromHere) {

  static Request of(String method, URI uri, String base, boolean fromHere) {
    List<String> path =
        List.of(uri.getPath().split("/", -1)).stream().filter(s -> !s.isEmpty()).toList();
    return new Request(method, path, query(uri.getRawQuery()), base, fromHere);
  }

  /** That parameter; empty when absent or blank. */
  Optional<String> find(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
