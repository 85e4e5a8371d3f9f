package org.dockline.poller.simulator.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The words of one language that names and addresses are made of.
 *
 * @param sections the lines of the list by heading: railway, park, office, street, address
 */
record StreetNames(Map<String, List<String>> sections) {

  /** Reads the list of that name, for example {@code fr}. */
  static StreetNames read(String list) {
    String resource = "streets/" + list + ".txt";
    try (InputStream in = StreetNames.class.getResourceAsStream(resource)) {
      byte[] text = Objects.requireNonNull(in, resource).readAllBytes();
      return new StreetNames(sections(new String(text, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " can't be read", e);
    }
  }

  /** All streets. */
  List<String> streets() {
    return section("street");
  }

  /** Places that only this kind of district has; empty where it has none but streets. */
  Optional<List<String>> findPlaces(District district) {
    return Optional.ofNullable(sections.get(district.name().toLowerCase(Locale.ROOT)));
  }

  /** An address near a street, of one of the forms that the language has. */
  String address(long seed) {
    List<String> forms = section("address");
    return forms
        .get(Dice.below(seed, "form", forms.size()))
        .replace("{street}", streets().get(Dice.below(seed, "street", streets().size())))
        .replace("{corner}", streets().get(Dice.below(seed, "corner", streets().size())))
        .replace("{n}", Integer.toString(1 + Dice.below(seed, "house", 180)));
  }

  private List<String> section(String heading) {
    return Objects.requireNonNull(sections.get(heading), heading);
  }

  private static Map<String, List<String>> sections(String text) {
    Map<String, List<String>> sections = new TreeMap<>();
    List<String> current = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("[")) {
        current = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), current);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        current.add(line);
      }
    }
    return sections;
  }
}
