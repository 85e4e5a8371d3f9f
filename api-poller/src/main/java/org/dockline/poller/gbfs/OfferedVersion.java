package org.dockline.poller.gbfs;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.dockline.poller.decode.Json;
import org.dockline.poller.decode.Values;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code gbfs_versions}.
 *
 * @param version that is offered
 * @param discovery address of its {@code gbfs.json}
 */
record OfferedVersion(GbfsVersion version, HttpUrl discovery) {

  /** The newest of those that can be read; an entry that can't be understood is passed over. */
  static Optional<OfferedVersion> newest(GbfsDocument versions) {
    return versions.arrays().getFirst().texts().stream()
        .map(OfferedVersion::find)
        .flatMap(Optional::stream)
        .filter(offer -> offer.version().isSupported())
        .max(Comparator.comparing(OfferedVersion::version));
  }

  private static Optional<OfferedVersion> find(String raw) {
    Fields fields = new Fields();
    try {
      Json.readObject(raw, fields);
    } catch (IOException e) {
      return Optional.empty();
    }
    HttpUrl url = fields.url == null ? null : HttpUrl.parse(fields.url);
    return GbfsVersion.find(fields.version)
        .flatMap(v -> Optional.ofNullable(url).map(u -> new OfferedVersion(v, u)));
  }

  private static final class Fields implements Json.FieldReader {
    private @Nullable String version;
    private @Nullable String url;

    @Override
    public void read(String field, JsonParser json) throws IOException {
      switch (field) {
        case "version" -> version = Values.text(field, json);
        case "url" -> url = Values.text(field, json);
        default -> json.skipChildren();
      }
    }
  }
}
