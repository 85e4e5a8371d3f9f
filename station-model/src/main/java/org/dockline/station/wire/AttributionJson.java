package org.dockline.station.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.dockline.station.Attribution;
import org.jspecify.annotations.Nullable;

/** Whom to name, inside a poll report. */
final class AttributionJson {

  private AttributionJson() {}

  static void write(JsonGenerator json, String field, Attribution a) throws IOException {
    json.writeObjectFieldStart(field);
    JsonFields.text(json, "organization", a.organization());
    JsonFields.text(json, "url", a.url());
    JsonFields.text(json, "operator", a.operator());
    JsonFields.text(json, "license_id", a.licenseId());
    JsonFields.text(json, "license_url", a.licenseUrl());
    json.writeEndObject();
  }

  /** Reads the value on whose first token the parser stands; another shape says nothing. */
  static @Nullable Attribution read(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return null;
    }
    FlatObject o = FlatObject.read(json);
    return new Attribution(
        o.find("organization").orElse(null),
        o.find("url").orElse(null),
        o.find("operator").orElse(null),
        o.find("license_id").orElse(null),
        o.find("license_url").orElse(null));
  }
}
