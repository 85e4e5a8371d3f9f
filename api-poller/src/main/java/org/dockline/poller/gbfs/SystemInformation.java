package org.dockline.poller.gbfs;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.dockline.poller.decode.Extra;
import org.dockline.poller.decode.Json;
import org.dockline.poller.decode.Values;
import org.dockline.station.Attribution;
import org.jspecify.annotations.Nullable;

/**
 * What a system says of itself; each part null when it does not.
 *
 * @param name what riders call it
 * @param timezone as the system writes it
 * @param attribution whom to name where the data is shown, and its licence
 */
public record SystemInformation(
    @Nullable String name, @Nullable String timezone, @Nullable Attribution attribution) {

  /** Nothing is said. */
  static final SystemInformation NONE = new SystemInformation(null, null, null);

  /**
   * The zone that the system says it is in; empty when it says none, or one that does not exist.
   */
  public Optional<ZoneId> zone() {
    try {
      return Optional.ofNullable(timezone).map(String::strip).map(ZoneId::of);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Nothing of it decides over a station, so what can't be read counts as not said. */
  static SystemInformation read(GbfsDocument file) {
    Fields fields = new Fields();
    try {
      Json.readObject(file.arrays().getFirst().texts().getFirst(), fields);
    } catch (IOException e) {
      return fields.result();
    }
    return fields.result();
  }

  private static final class Fields implements Json.FieldReader {
    private final Extra extra = new Extra();
    private @Nullable String name;
    private @Nullable String operator;
    private @Nullable String timezone;
    private @Nullable String organization;
    private @Nullable String url;
    private @Nullable String licenseId;
    private @Nullable String licenseUrl;

    @Override
    public void read(String field, JsonParser json) throws IOException {
      switch (field) {
        case "name" -> name = LocalisedText.read(field, json, extra);
        case "operator" -> operator = LocalisedText.read(field, json, extra);
        case "timezone" -> timezone = Values.text(field, json);
        case "attribution_organization_name" ->
            organization = LocalisedText.read(field, json, extra);
        case "attribution_url" -> url = Values.text(field, json);
        case "license_id" -> licenseId = Values.text(field, json);
        case "license_url" -> licenseUrl = Values.text(field, json);
        default -> json.skipChildren();
      }
    }

    SystemInformation result() {
      Attribution said = new Attribution(organization, url, operator, licenseId, licenseUrl);
      return new SystemInformation(name, timezone, said.isEmpty() ? null : said);
    }
  }
}
