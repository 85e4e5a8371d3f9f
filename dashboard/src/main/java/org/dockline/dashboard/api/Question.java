package org.dockline.dashboard.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, checked: an unknown one, or one given twice, is a problem. */
final class Question {

  private static final int LONGEST = 200;

  private final HttpServletRequest request;

  private Question(HttpServletRequest request) {
    this.request = request;
  }

  /** With no other parameters than these. */
  static Question of(HttpServletRequest request, String... allowed) {
    return of(request, Arrays.asList(allowed));
  }

  static Question of(HttpServletRequest request, Collection<String> allowed) {
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              if (!allowed.contains(name)) {
                throw ProblemException.misasked(
                    "there is no parameter '" + name + "' here; there are: " + allowed);
              }
              if (values.length > 1 || values[0].length() > LONGEST) {
                throw ProblemException.misasked(
                    "'" + name + "' is to be given once, in at most " + LONGEST + " characters");
              }
            });
    return new Question(request);
  }

  @Nullable String find(String name) {
    String value = request.getParameter(name);
    return value == null || value.isEmpty() ? null : value;
  }

  int number(String name, int fallback, int min, int max) {
    String value = find(name);
    return value == null ? fallback : (int) decimal(name, value, min, max, true);
  }

  double decimal(String name, double min, double max) {
    String value = find(name);
    if (value == null) {
      throw ProblemException.misasked("'" + name + "' is needed, from " + min + " to " + max);
    }
    return decimal(name, value, min, max, false);
  }

  private static double decimal(String name, String value, double min, double max, boolean whole) {
    try {
      double number = whole ? Integer.parseInt(value) : Double.parseDouble(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    String range = whole ? (long) min + " to " + (long) max : min + " to " + max;
    throw ProblemException.misasked("'" + name + "' is a number from " + range + ", not " + value);
  }

  /** An instant, or a local date, which stands for its midnight. */
  Instant time(String name, Instant fallback, ZoneId zone) {
    String value = find(name);
    if (value == null) {
      return fallback;
    }
    try {
      return value.length() == 10
          ? LocalDate.parse(value).atStartOfDay(zone).toInstant()
          : OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
    } catch (DateTimeException e) {
      throw ProblemException.misasked(
          "'" + name + "' reads 2026-03-01 or 2026-03-01T08:00:00Z, not " + value);
    }
  }

  <T> T oneOf(String name, @Nullable T found, List<String> allowed) {
    if (found == null) {
      throw ProblemException.misasked(
          "'" + name + "' is one of " + allowed + ", not " + find(name));
    }
    return found;
  }
}
