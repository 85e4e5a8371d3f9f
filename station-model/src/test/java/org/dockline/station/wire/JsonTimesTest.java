package org.dockline.station.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTimesTest {
  private static final long YEAR_0 = -62_167_219_200_000L;
  private static final long YEAR_9999 = 253_402_300_799_999L;

  @Property
  void whatIsWrittenIsRead(@ForAll @LongRange(min = YEAR_0, max = YEAR_9999) long millis) {
    Instant time = Instant.ofEpochMilli(millis);
    assertThat(find(JsonFields.text(time))).isEqualTo(time);
  }

  @Property
  void whatIsReadIsWhatJavaReads(
      @ForAll @LongRange(min = YEAR_0, max = YEAR_9999) long millis,
      @ForAll @IntRange(max = 23) int at,
      @ForAll @CharRange(from = '-', to = ':') char changed) {
    char[] text = JsonFields.text(Instant.ofEpochMilli(millis)).toCharArray();
    text[at] = changed;
    Instant found = JsonTimes.find(text, 0, text.length);
    if (found != null) {
      assertThat(found).isEqualTo(parse(new String(text)));
    }
  }

  @Test
  void otherWaysToWriteATimeAreLeftToJava() {
    assertThat(find("2026-03-29T01:00:00Z")).isNull();
    assertThat(find("2026-03-29T01:00:00.000+01:00")).isNull();
    assertThat(find("2026-02-29T01:00:00.000Z")).isNull();
    assertThat(find("2026-03-29T24:00:00.000Z")).isNull();
    assertThat(find("2026-06-30T23:59:60.000Z")).isNull();
    assertThat(find("")).isNull();
  }

  private static @Nullable Instant find(String text) {
    return JsonTimes.find((" " + text).toCharArray(), 1, text.length());
  }

  private static @Nullable Instant parse(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
