package org.dockline.dashboard.view;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dockline.dashboard.text.Words;

/** Chooses a date, in the language of the page whatever the browser's is. */
final class DateField extends DatePicker {

  private static final long serialVersionUID = 1;

  DateField(String id, String label, Words words, Consumer<LocalDate> choose) {
    super(label);
    setId(id);
    addClassName("date-field");
    setLocale(words.dates());
    setI18n(texts(words));
    addValueChangeListener(
        change -> {
          if (change.isFromClient() && change.getValue() != null) {
            choose.accept(change.getValue());
          }
        });
  }

  private static DatePickerI18n texts(Words words) {
    Locale locale = words.dates();
    return new DatePickerI18n()
        .setMonthNames(
            Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                .toList())
        .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, locale))
        .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, locale))
        .setFirstDayOfWeek(DayOfWeek.MONDAY.getValue())
        .setToday(words.say("date.today"))
        .setCancel(words.say("date.cancel"))
        .setBadInputErrorMessage(words.say("date.bad"))
        .setMaxErrorMessage(words.say("date.ahead"));
  }

  /** From Sunday on, as the field wants them. */
  private static List<String> weekdays(TextStyle style, Locale locale) {
    return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
        .limit(DayOfWeek.values().length)
        .map(day -> day.getDisplayName(style, locale))
        .toList();
  }
}
