package org.dockline.poller.simulator.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Something that goes wrong, and where.
 *
 * @param kind what
 * @param feed {@code v1}, {@code v3}, {@code gbfs-2}, {@code gbfs-3}, or {@code *} for all
 * @param contract its name, or {@code *} for all; how an answer with all contracts at once is sent
 *     can only go wrong as a whole
 * @param every each station whose number is a multiple of it; 1 for all
 * @param value see {@link FaultKind}
 */
public record Fault(FaultKind kind, String feed, String contract, int every, long value) {

  /** Stands for all. */
  public static final String ALL = "*";

  private static final List<String> FEEDS = List.of(ALL, "v1", "v3", "gbfs-2", "gbfs-3");
  private static final List<String> WORDS = List.of("name", "feed", "contract", "every", "value");

  /** Rejects what can't be. */
  public Fault {
    if (!FEEDS.contains(feed)) {
      throw new IllegalArgumentException("No feed is called '" + feed + "'; there are " + FEEDS);
    }
    if (every < 1 || value < 0) {
      throw new IllegalArgumentException(
          "every must be at least 1 and value at least 0, but were: " + every + ", " + value);
    }
  }

  /**
   * Reads a fault.
   *
   * @param words of {@code name}, {@code feed}, {@code contract}, {@code every}, {@code value};
   *     only the name must be there
   * @throws IllegalArgumentException saying what is wrong
   */
  public static Fault of(Map<String, String> words) {
    words.keySet().stream()
        .filter(word -> !WORDS.contains(word))
        .forEach(
            word -> {
              throw new IllegalArgumentException(
                  "A fault has no '" + word + "'; it may have " + WORDS);
            });
    String name = Objects.requireNonNullElse(words.get("name"), "");
    FaultKind kind =
        FaultKind.find(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No fault is called '" + name + "'; there are:\n" + FaultKind.help()));
    return new Fault(
        kind,
        words.getOrDefault("feed", ALL),
        words.getOrDefault("contract", ALL),
        Math.toIntExact(number(words, "every", 1)),
        number(words, "value", kind.usualValue()));
  }

  /** Reads the form {@code name:word=value:…}, for example {@code slow:feed=v3:value=5}. */
  public static Fault parse(String text) {
    Map<String, String> words = new HashMap<>();
    String[] parts = text.split(":", -1);
    words.put("name", parts[0]);
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException(
            "A fault reads name:word=value:…, but was: '" + text + "'");
      }
      words.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
    }
    return of(words);
  }

  /** Whether it concerns what that feed says of that contract. */
  boolean concerns(String ofFeed, String ofContract) {
    return (feed.equals(ALL) || feed.equals(ofFeed))
        && (contract.equals(ALL) || contract.equals(ofContract));
  }

  /** Whether it concerns the station of that number; a contract freezes as a whole. */
  public boolean concerns(int number) {
    return kind == FaultKind.FROZEN || number % every == 0;
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    return "%s:feed=%s:contract=%s:every=%d:value=%d"
        .formatted(kind.word(), feed, contract, every, value);
  }

  private static long number(Map<String, String> words, String word, long otherwise) {
    String text = words.get(word);
    try {
      return text == null ? otherwise : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(word + " must be a number, but was: '" + text + "'", e);
    }
  }
}
