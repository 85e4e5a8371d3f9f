package org.dockline.poller.simulator.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;
import java.util.Set;

/**
 * Writes a document as a provider would that changed its schema over night. Every protocol names a
 * station before it says anything else of it.
 */
public final class DriftingJson extends JsonGeneratorDelegate {

  /** Which stations have another schema. */
  @FunctionalInterface
  public interface Drifting {
    /**
     * Whether this one has.
     *
     * @param contract as named in the station; blank where stations do not name it
     */
    boolean concerns(Drift drift, String contract, int number);
  }

  /** What is another way. */
  public enum Drift {
    /** True and false as 1 and 0. */
    FLAGS_AS_NUMBERS,
    /** Counts as true and false. */
    COUNTS_AS_FLAGS,
    /** A field that nobody knows. */
    NEW_FIELD
  }

  private static final Set<String> COUNTS =
      Set.of(
          "available_bikes",
          "available_bike_stands",
          "bikes",
          "stands",
          "num_bikes_available",
          "num_vehicles_available",
          "num_docks_available");

  private final Drifting drifting;
  private String field = "";
  private String contract = "";
  private int number = -1;

  private DriftingJson(JsonGenerator json, Drifting drifting) {
    super(json, false);
    this.drifting = drifting;
  }

  /** The same document with another schema. */
  public static JsonBody of(JsonBody document, Drifting drifting) {
    return json -> document.write(new DriftingJson(json, drifting));
  }

  @Override
  public void writeFieldName(String name) throws IOException {
    field = name;
    super.writeFieldName(name);
  }

  @Override
  public void writeNumber(int value) throws IOException {
    if (field.equals("number")) {
      number = value;
      contract = "";
    }
    if (COUNTS.contains(field) && concerned(Drift.COUNTS_AS_FLAGS)) {
      super.writeBoolean(value != 0);
    } else {
      super.writeNumber(value);
    }
  }

  @Override
  public void writeBoolean(boolean value) throws IOException {
    if (number >= 0 && concerned(Drift.FLAGS_AS_NUMBERS)) {
      super.writeNumber(value ? 1 : 0);
    } else {
      super.writeBoolean(value);
    }
  }

  @Override
  public void writeString(String text) throws IOException {
    super.writeString(text);
    switch (field) {
      case "contract_name", "contractName" -> {
        contract = text;
        addField();
      }
      case "station_id" -> {
        number = Integer.parseInt(text);
        addField();
      }
      default -> {}
    }
  }

  private void addField() throws IOException {
    if (concerned(Drift.NEW_FIELD)) {
      super.writeFieldName("fleet_2027");
      super.writeStartObject();
      super.writeFieldName("cargo");
      super.writeNumber(1);
      super.writeEndObject();
    }
  }

  private boolean concerned(Drift drift) {
    return number >= 0 && drifting.concerns(drift, contract, number);
  }
}
