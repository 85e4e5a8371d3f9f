package org.dockline.stream.recent.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeSet;
import org.dockline.stream.topic.TopicPart;

/**
 * The names of recent files, relative to {@code recent/}. Work that is done again gives the same
 * name, and no two different contents share one.
 */
public final class RecentName {

  private static final String DATE = "date=";

  /** Marks the name of a merged file; no topic's name may hold it. */
  private static final char MERGED = '~';

  private static final String ENDING = ".parquet";

  private RecentName() {}

  /**
   * Of what one slice of a topic holds of one date, for example {@code
   * date=2026-03-28/stations_topic-0-000000017000-000000017834-5f0c9b1e.parquet}.
   *
   * @param incarnation tells a topic from one of the same name that was deleted
   * @param from offset of the slice's first record
   * @param to offset of its last
   */
  public static String slice(
      LocalDate date, TopicPart part, String incarnation, long from, long to) {
    return String.format(
        Locale.ROOT, "%s%s/%s-%012d-%012d-%s%s", DATE, date, part, from, to, incarnation, ENDING);
  }

  /** Of several files of a date made into one, for example {@code date=…/hour~….parquet}. */
  public static String merged(LocalDate date, Tier tier, Collection<String> inputs) {
    return DATE + date + '/' + word(tier) + MERGED + digest(inputs) + ENDING;
  }

  /** The UTC date that a file's observations were polled on. */
  public static LocalDate date(String path) {
    return LocalDate.parse(path.substring(DATE.length(), path.indexOf('/')));
  }

  /** How far a file has been merged. */
  public static Tier tier(String path) {
    int mark = path.indexOf(MERGED);
    return mark < 0
        ? Tier.SLICE
        : Tier.valueOf(path.substring(path.indexOf('/') + 1, mark).toUpperCase(Locale.ROOT));
  }

  private static String word(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }

  private static String digest(Collection<String> inputs) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (String input : new TreeSet<>(inputs)) {
        sha.update(input.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
