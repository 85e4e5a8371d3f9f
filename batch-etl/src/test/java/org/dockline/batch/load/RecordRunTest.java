package org.dockline.batch.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RecordRunTest {

  /** Of two letters, so that values have much in common. */
  @Property
  void recordsComeBackAsTheyWere(
      @ForAll @Size(max = 20)
          List<@StringLength(max = 40) @CharRange(from = 'a', to = 'b') String> values,
      @ForAll @LongRange(min = -4_000_000_000_000_000L, max = 4_000_000_000_000_000L) long micros)
      throws IOException {
    RecordRun.Builder run = new RecordRun.Builder();
    List<String> written = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      long at = i % 3 == 0 ? micros : -micros + i;
      Instant timestamp = Instant.EPOCH.plus(at, ChronoUnit.MICROS);
      run.add(timestamp, bytes(values.get(i)));
      written.add(timestamp + " " + values.get(i));
    }
    List<String> read = new ArrayList<>();
    RecordRun.each(
        run.bytes(),
        (timestamp, value) ->
            read.add(timestamp + " " + new String(value, StandardCharsets.UTF_8)));
    assertThat(read).isEqualTo(written);
  }

  @Test
  void whatRepeatsTakesLittle() {
    RecordRun.Builder run = new RecordRun.Builder();
    byte[] value = new byte[500];
    for (int i = 0; i < 100; i++) {
      run.add(Instant.EPOCH.plusSeconds(60L * i), value.clone());
    }
    assertThat(run.bytes()).hasSizeLessThan(value.length + 100 * 10);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
