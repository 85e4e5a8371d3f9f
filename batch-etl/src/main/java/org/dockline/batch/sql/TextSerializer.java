package org.dockline.batch.sql;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keeps a job's data as plain text that a person can read; all data is text. */
final class TextSerializer implements Serializer {

  @Override
  @SuppressWarnings("NullAway") // The library's own signatures say nothing of null.
  public byte[] serialize(@Nullable Object data) {
    return data == null ? null : data.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  @SuppressWarnings("NullAway") // As above.
  public <T> T deserialize(Class<T> type, byte @Nullable [] bytes) {
    return bytes == null ? null : type.cast(new String(bytes, StandardCharsets.UTF_8));
  }
}
