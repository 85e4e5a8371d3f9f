package org.dockline.poller.gbfs;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.dockline.poller.decode.Extra;
import org.dockline.poller.decode.Json;
import org.dockline.poller.decode.Values;
import org.jspecify.annotations.Nullable;

/**
 * What a system says of itself; each part null when it does not.
 *
 * @param name what riders call it
 * @param operator who runs it
 * @param timezone as the system writes it
 * @param attribution whom to name where the data is shown
 * @param license of the data: an address, or an identifier
 */
public record SystemInformation(
    @Nullable String name,
    @Nullable String operator,
    @Nullable String timezone,
    @Nullable String attribution,
    @Nullable String license) {

  /** Nothing is said. */
  static final SystemInformation NONE = new SystemInformation(null, null, null, null, null);

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

  /** Whom to name, and under which licence; empty when neither is said. */
  public String credit() {
    String whom = attribution == null ? operator : attribution;
    String licence = license == null ? "" : " (" + license + ")";
    return (whom == null ? "" : whom) + licence;
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
    private @Nullable String attribution;
    private @Nullable String license;

    @Override
    public void read(String field, JsonParser json) throws IOException {
      switch (field) {
        case "name" -> name = LocalisedText.read(field, json, extra);
        case "operator" -> operator = LocalisedText.read(field, json, extra);
        case "timezone" -> timezone = Values.text(field, json);
        case "attribution_organization_name" ->
            attribution = LocalisedText.read(field, json, extra);
        case "license_url", "license_id" -> license = Values.text(field, json);
        default -> json.skipChildren();
      }
    }

    SystemInformation result() {
      return new SystemInformation(name, operator, timezone, attribution, license);
    }
  }
}
