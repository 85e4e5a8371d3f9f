package org.dockline.poller.spool;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One record of a topic, ready to be sent. The arrays are shared, and must not be changed. */
public final class SpooledRecord {

  private final String topic;
  private final Instant time;
  private final byte[] key;
  private final byte[] value;

  /**
   * A record.
   *
   * @param time its timestamp, in whole milliseconds
   * @param key UTF-8
   * @param value UTF-8
   */
  public SpooledRecord(String topic, Instant time, byte[] key, byte[] value) {
    this.topic = topic;
    this.time = time;
    this.key = key;
    this.value = value;
  }

  /** Where it belongs. */
  public String topic() {
    return topic;
  }

  /** Its timestamp. */
  public Instant time() {
    return time;
  }

  /** What keeps it in order with others. */
  public byte[] key() {
    return key;
  }

  /** What it says. */
  public byte[] value() {
    return value;
  }

  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(key.length + value.length + 32);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(topic);
      out.writeLong(time.toEpochMilli());
      out.writeInt(key.length);
      out.write(key);
      out.write(value);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  static SpooledRecord decode(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String topic = in.readUTF();
      Instant time = Instant.ofEpochMilli(in.readLong());
      byte[] key = in.readNBytes(in.readInt());
      return new SpooledRecord(topic, time, key, in.readAllBytes());
    }
  }

  @Override
  public String toString() {
    return topic + " " + new String(key, StandardCharsets.UTF_8) + " of " + time;
  }
}
