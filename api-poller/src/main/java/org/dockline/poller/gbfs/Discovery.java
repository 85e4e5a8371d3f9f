package org.dockline.poller.gbfs;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import org.dockline.poller.decode.Elements;
import org.dockline.poller.decode.Json;
import org.dockline.poller.decode.Values;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of a system are.
 *
 * @param version of the files
 * @param information address of {@code station_information}
 * @param status address of {@code station_status}
 * @param vehicleTypes address of {@code vehicle_types}; null when it is not offered
 * @param system address of {@code system_information}; null when it is not offered
 * @param versions address of {@code gbfs_versions}; null when it is not offered
 */
record Discovery(
    GbfsVersion version,
    HttpUrl information,
    HttpUrl status,
    @Nullable HttpUrl vehicleTypes,
    @Nullable HttpUrl system,
    @Nullable HttpUrl versions) {

  /**
   * Reads {@code gbfs.json}; of several languages the first with both station files is taken.
   *
   * @throws IOException when none has
   */
  static Discovery of(GbfsDocument file) throws IOException {
    for (Elements language : file.arrays()) {
      Map<String, HttpUrl> addresses = addresses(language);
      HttpUrl information = addresses.get("station_information");
      HttpUrl status = addresses.get("station_status");
      if (information != null && status != null) {
        return new Discovery(
            file.gbfsVersion(),
            information,
            status,
            addresses.get("vehicle_types"),
            addresses.get("system_information"),
            addresses.get("gbfs_versions"));
      }
    }
    throw new IOException("it offers no station_information and station_status over http");
  }

  /** Whether the other one is of a newer version. */
  boolean isOlderThan(OfferedVersion other) {
    return version.compareTo(other.version()) < 0;
  }

  private static Map<String, HttpUrl> addresses(Elements feeds) throws IOException {
    Map<String, HttpUrl> addresses = new HashMap<>();
    for (String element : feeds.texts()) {
      Feed feed = new Feed();
      Json.readObject(element, feed);
      HttpUrl url = feed.url == null ? null : HttpUrl.parse(feed.url);
      if (feed.name != null && url != null) {
        addresses.putIfAbsent(feed.name, url);
      }
    }
    return addresses;
  }

  private static final class Feed implements Json.FieldReader {
    private @Nullable String name;
    private @Nullable String url;

    @Override
    public void read(String field, JsonParser json) throws IOException {
      switch (field) {
        case "name" -> name = Values.text(field, json);
        case "url" -> url = Values.text(field, json);
        default -> json.skipChildren();
      }
    }
  }
}
