package org.dockline.poller.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.dockline.station.ContractCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * How a provider names a station, for finding out whom a broken record speaks of.
 *
 * @param contract the contract of every station of the answer; null when each names its own
 * @param contractField the field that names it; empty when there is none
 * @param idField the field with the station's id
 */
public record Naming(@Nullable String contract, String contractField, String idField) {

  /** What could be read of a station's name; each part null when it could not. */
  record Found(@Nullable String contract, @Nullable String stationId) {}

  /** Reads as far as it goes. */
  Found find(String raw) {
    String foundContract = contract;
    String foundId = null;
    try (JsonParser json = Json.loose(raw)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        String value = scalar(json);
        if (field.equals(contractField) && value != null) {
          foundContract = ContractCatalogue.canonicalName(value);
        } else if (field.equals(idField)) {
          foundId = value;
        }
      }
    } catch (IOException e) {
      return new Found(foundContract, foundId);
    }
    return new Found(foundContract, foundId);
  }

  private static @Nullable String scalar(JsonParser json) throws IOException {
    JsonToken token = json.nextToken();
    if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
      String text = json.getText().strip();
      return text.isEmpty() ? null : text;
    }
    json.skipChildren();
    return null;
  }
}
