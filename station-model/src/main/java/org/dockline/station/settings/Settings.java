package org.dockline.station.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings from name-value pairs (the environment) and remembers everything that is wrong, so
 * that all of it can be said at once. Each getter returns a usable value even when the given one is
 * wrong; call {@link #check()} after the last one and before the first use.
 *
 * <p>A secret {@code X} may also be given as the file named by {@code X_FILE}.
 */
public final class Settings {

  private final Map<String, String> given;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> effective = new LinkedHashMap<>();

  private Settings(Map<String, String> given) {
    this.given = given;
  }

  /**
   * Reads from these pairs.
   *
   * @param environment usually {@code System.getenv()}; a blank value counts as not given
   */
  public static Settings of(Map<String, String> environment) {
    return new Settings(Map.copyOf(environment));
  }

  /** A text, or {@code fallback} when not given. */
  public String text(String name, String fallback) {
    return read(name, fallback, "a text", Function.identity());
  }

  /** A text that must be given. */
  public String required(String name, String allowed) {
    String value = find(name);
    if (value == null) {
      problems.add(name + " is missing; it must be " + allowed);
      return "";
    }
    effective.put(name, value);
    return value;
  }

  /** One of several words. */
  public String oneOf(String name, String fallback, String... allowed) {
    List<String> words = Arrays.asList(allowed);
    return read(
        name,
        fallback,
        "one of " + String.join(", ", words),
        text -> {
          if (!words.contains(text)) {
            throw new IllegalArgumentException();
          }
          return text;
        });
  }

  /** A duration in ISO-8601, within limits, both inclusive. */
  public Duration duration(String name, Duration fallback, Duration min, Duration max) {
    String allowed = "an ISO-8601 duration from " + min + " to " + max;
    return read(name, fallback.toString(), allowed, text -> within(Duration.parse(text), min, max));
  }

  /** A whole number within limits, both inclusive. */
  public int number(String name, int fallback, int min, int max) {
    String allowed = "a whole number from " + min + " to " + max;
    return read(
        name, Integer.toString(fallback), allowed, text -> within(Integer.valueOf(text), min, max));
  }

  /**
   * A size in bytes, such as {@code 256MiB}, within limits, both inclusive.
   *
   * @param fallback in the same form
   */
  public long size(String name, String fallback, long min, long max) {
    String allowed = "a size in KiB, MiB or GiB such as " + fallback;
    return read(name, fallback, allowed, text -> within(bytes(text), min, max));
  }

  /** A time zone of the IANA database. */
  public ZoneId zone(String name, String fallback) {
    return read(name, fallback, "a time zone such as Europe/Brussels", ZoneId::of);
  }

  /** A path of the local file system. */
  public Path path(String name, String fallback) {
    return read(name, fallback, "a path", Path::of);
  }

  /** An http or https address. */
  public URI http(String name, String fallback) {
    return read(
        name,
        fallback,
        "an http or https address",
        text -> {
          URI uri = URI.create(text);
          if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
            throw new IllegalArgumentException();
          }
          return uri;
        });
  }

  /** Words separated by commas; blanks around and between them do not count. */
  public List<String> list(String name) {
    return Arrays.stream(text(name, "").split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /**
   * {@code name=value} pairs separated by commas, for example {@code
   * oslo=https://host/gbfs.json,wien=https://…}.
   */
  public Map<String, String> pairs(String name) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : list(name)) {
      int equals = pair.indexOf('=');
      if (equals <= 0 || equals == pair.length() - 1) {
        problems.add(name + " holds '" + pair + "'; each entry must be name=value");
      } else {
        pairs.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
    }
    return pairs;
  }

  /** {@code name=Area/City} pairs separated by commas: names and their time zones. */
  public Map<String, ZoneId> zones(String name) {
    Map<String, ZoneId> zones = new LinkedHashMap<>();
    pairs(name)
        .forEach(
            (key, zone) -> {
              try {
                zones.put(key, ZoneId.of(zone));
              } catch (DateTimeException e) {
                problems.add(
                    "%s gives %s the zone '%s'; it must be one such as Europe/Brussels"
                        .formatted(name, key, zone));
              }
            });
    return zones;
  }

  /**
   * A secret, from {@code name} or from the file that {@code name_FILE} names; null when neither
   * says one, as an empty file does not.
   */
  public @Nullable Secret findSecret(String name) {
    String file = find(name + "_FILE");
    String value = file == null ? find(name) : contentOf(name + "_FILE", file);
    effective.put(name, value == null ? "" : "***");
    return value == null ? null : new Secret(value);
  }

  /** A secret that must be given; see {@link #findSecret}. */
  public Secret secret(String name) {
    Secret secret = findSecret(name);
    if (secret == null) {
      problems.add(name + " is missing; set it, or set " + name + "_FILE to a file that holds it");
      return new Secret("");
    }
    return secret;
  }

  /** Notes a problem that a combination of settings makes. */
  public void problem(String sentence) {
    problems.add(sentence);
  }

  /** What holds now, by name, secrets masked: for the log's first lines. */
  public Map<String, String> effective() {
    return Map.copyOf(effective);
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidSettingsException naming every wrong or missing setting
   */
  public void check() {
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
  }

  private <T> T read(String name, String fallback, String allowed, Function<String, T> parse) {
    String value = find(name);
    effective.put(name, value == null ? fallback : value);
    try {
      return parse.apply(value == null ? fallback : value);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      problems.add(name + " is '" + value + "'; it must be " + allowed);
      return parse.apply(fallback);
    }
  }

  private @Nullable String find(String name) {
    String value = given.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private @Nullable String contentOf(String name, String file) {
    try {
      String content = Files.readString(Path.of(file)).strip();
      return content.isEmpty() ? null : content;
    } catch (IOException e) {
      problems.add(name + " names '" + file + "', which can't be read: " + e.getMessage());
      return null;
    }
  }

  private static long bytes(String text) {
    int unit = List.of("KiB", "MiB", "GiB").indexOf(text.substring(Math.max(0, text.length() - 3)));
    if (unit < 0) {
      throw new IllegalArgumentException();
    }
    return Math.multiplyExact(
        Long.parseLong(text.substring(0, text.length() - 3).strip()), 1L << (10 * (unit + 1)));
  }

  private static <T extends Comparable<T>> T within(T value, T min, T max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new IllegalArgumentException();
    }
    return value;
  }
}
