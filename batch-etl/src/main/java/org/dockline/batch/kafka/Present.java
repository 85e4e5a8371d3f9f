package org.dockline.batch.kafka;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Whether there is a value, without copying it: counting needs no more. */
final class Present implements Deserializer<Boolean> {

  @Override
  public Boolean deserialize(String topic, byte @Nullable [] data) {
    return data != null;
  }

  @Override
  public Boolean deserialize(String topic, Headers headers, @Nullable ByteBuffer data) {
    return data != null;
  }
}
