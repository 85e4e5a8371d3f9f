package org.dockline.poller.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.dockline.station.testing.SharedFiles;

/** The recorded answers of real providers, which lie beside the project on some machines. */
public final class SharedData {

  /** Reads JSON by other means than the code under test. */
  public static final ObjectMapper JSON = new ObjectMapper();

  private SharedData() {}

  /** A file or folder of the recordings; the test is skipped, with the reason, where it is not. */
  public static Path require(String name) {
    return SharedFiles.require(name);
  }

  /** A whole file as text. */
  public static String text(String name) {
    try {
      return Files.readString(require(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A whole file as JSON. */
  public static JsonNode json(String name) {
    return parse(text(name));
  }

  /** The lines of {@code polls.ndjson.gz} in that folder, one poll each. */
  public static List<JsonNode> polls(String folder) {
    Path file = require(folder + "/polls.ndjson.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().map(SharedData::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text as JSON. */
  public static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
