package org.dockline.dashboard.text;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one language, with numbers and times as its readers write them. Adding a language is
 * adding a file of texts and its locale here.
 */
public final class Words {

  /** The languages there are; the first serves readers of any other. */
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.FRENCH, Locale.of("nl"));

  /** Where the texts are; Vaadin looks there too. */
  static final String BUNDLE = "vaadin-i18n.translations";

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final Locale dates;
  private final ResourceBundle texts;

  private Words(Locale locale) {
    this.locale = locale;
    // English alone would mean American dates, with the month first and hours to twelve.
    this.dates = locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    this.texts = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
  }

  /** The texts for a reader of that locale. */
  public static Words in(@Nullable Locale locale) {
    Locale wanted = locale == null ? Locale.ENGLISH : locale;
    return new Words(
        LANGUAGES.stream()
            .filter(known -> known.getLanguage().equals(wanted.getLanguage()))
            .findFirst()
            .orElse(Locale.ENGLISH));
  }

  /** The language. */
  public Locale locale() {
    return locale;
  }

  /** The language with the region whose readers' dates are meant. */
  public Locale dates() {
    return dates;
  }

  /**
   * One text.
   *
   * @param arguments what stands for {0}, {1}, …
   * @throws MissingResourceException when there is no such text
   */
  public String say(String key, @Nullable Object... arguments) {
    return new MessageFormat(texts.getString(key), locale).format(arguments);
  }

  /** The keys that begin so, in order. */
  public List<String> keys(String prefix) {
    return texts.keySet().stream().filter(key -> key.startsWith(prefix)).sorted().toList();
  }

  /** A whole number. */
  public String number(long value) {
    return String.format(locale, "%,d", value);
  }

  /** A share of one as whole per cents. */
  public String percent(double share) {
    return say("format.percent", Math.round(share * 100));
  }

  /** The same of a share that may be unknown. */
  public String share(@Nullable Double share) {
    return share == null ? say("figures.none") : percent(share);
  }

  /** A text that may be missing. */
  public String orNone(@Nullable String text) {
    return text == null || text.isBlank() ? say("figures.none") : text;
  }

  /** A number with one decimal; unknown where it is null. */
  public String decimal(@Nullable Double value) {
    return value == null ? say("figures.none") : String.format(locale, "%,.1f", value);
  }

  /** A length in hours and minutes: 40 s, 25 min, 3 h 25 min, 4 d 2 h. */
  public String length(Duration length) {
    if (length.toHours() < 1) {
      return age(length);
    }
    return length.toHours() < 48
        ? two(say("age.hours", length.toHours()), "age.minutes", length.toMinutesPart())
        : two(say("age.days", length.toDays()), "age.hours", length.toHoursPart());
  }

  private String two(String more, String unit, int less) {
    return less == 0 ? more : more + ' ' + say(unit, less);
  }

  /** An age or a length, coarsely: 40 s, 3 min, 2 h, 4 d. */
  public String age(Duration age) {
    Age coarse = Age.of(age);
    return say("age." + coarse.unit().key(), coarse.count());
  }

  /** A way to walk, coarsely: 350 m, 1.2 km. */
  public String distance(double km) {
    long metres = Math.round(km * 100) * 10;
    return metres < 1_000
        ? say("format.metres", metres)
        : say("format.kilometres", Math.round(km * 10) / 10.0);
  }

  /** Date and time of day in a zone. */
  public String dateTime(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
        .withLocale(dates)
        .format(instant.atZone(zone));
  }

  /** Time of day in a zone. */
  public String time(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
        .withLocale(dates)
        .format(instant.atZone(zone));
  }

  /** Time of day in a zone, without seconds. */
  public String shortTime(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(dates)
        .format(instant.atZone(zone));
  }

  /** Weekday and time of day in a zone: Mon 2 Mar, 18:05. */
  public String dayTime(Instant instant, ZoneId zone) {
    return dayAndMonth(instant.atZone(zone).toLocalDate()) + ", " + shortTime(instant, zone);
  }

  /** Weekday, day and month: Mon 2 Mar. */
  public String dayAndMonth(LocalDate date) {
    return DateTimeFormatter.ofPattern("EEE d MMM", dates).format(date);
  }

  /** A date with its weekday: Monday 2 March 2026. */
  public String longDate(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(dates).format(date);
  }

  /** Month and year. */
  public String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("LLLL yyyy", dates).format(month);
  }

  /** Date in a zone. */
  public String date(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(dates)
        .format(instant.atZone(zone));
  }
}
