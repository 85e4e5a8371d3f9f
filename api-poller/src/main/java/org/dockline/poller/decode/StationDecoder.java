package org.dockline.poller.decode;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.dockline.station.Decoding;
import org.dockline.station.Rejection;
import org.dockline.station.Source;
import org.dockline.station.wire.FieldException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link Decoding} of each text, whatever it holds: nothing that a provider sends throws
 * out of here.
 *
 * @param polledAt when the answer was asked for
 * @param source the protocol
 * @param naming how stations are named in it
 */
public record StationDecoder(Instant polledAt, Source source, Naming naming) {

  /** No station of any provider is as long; a longer one could not be sent in one message. */
  static final int LONGEST = 256 * 1024;

  /** Reads one text. */
  @FunctionalInterface
  public interface Reader<T> {
    /**
     * Reads a whole text.
     *
     * @throws IOException when it holds something wrong
     */
    T read(String text) throws IOException;
  }

  /**
   * Reads one station.
   *
   * @param raw its text, verbatim
   * @param damaged whether U+FFFD in it stands for bytes that are no text
   */
  public <T> Decoding<T> decode(String raw, boolean damaged, Reader<T> reader) {
    try {
      check(raw, damaged);
      return new Decoding.Decoded<>(reader.read(raw));
    } catch (FieldException e) {
      return new Decoding.Rejected<>(rejected(raw, e.field(), e.value(), e.reason()));
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      String reason = "not readable: " + Elements.firstLine(e);
      return new Decoding.Rejected<>(rejected(raw, null, null, reason));
    }
  }

  /** Something that is no single station, such as the rest of an answer that was cut. */
  public Rejection rejectedWhole(String raw, String reason) {
    return new Rejection(
        polledAt,
        source,
        naming.contract(),
        null,
        null,
        null,
        Unicode.mended(reason),
        Unicode.mended(raw));
  }

  private Rejection rejected(
      String raw, @Nullable String field, @Nullable String value, String reason) {
    Naming.Found name = naming.find(raw);
    return new Rejection(
        polledAt,
        source,
        writable(name.contract()),
        writable(name.stationId()),
        field,
        writable(value),
        Unicode.mended(reason),
        Unicode.mended(raw));
  }

  private static @Nullable String writable(@Nullable String text) {
    return text == null ? null : Unicode.mended(text);
  }

  private static void check(String raw, boolean damaged) throws IOException {
    if (damaged && raw.indexOf('\uFFFD') >= 0) {
      throw new IOException("the text is not in the encoding that the answer is sent in");
    }
    if (raw.length() > LONGEST) {
      throw new IOException("the station is longer than " + LONGEST + " characters");
    }
  }
}
