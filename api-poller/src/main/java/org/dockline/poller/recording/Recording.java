package org.dockline.poller.recording;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A recording, line by line, plain or compressed. For one thread. */
public final class Recording implements AutoCloseable {

  private static final int GZIP = 0x1f8b;

  private final Path file;
  private final BufferedReader lines;
  private int line;
  private boolean torn;

  private Recording(Path file, BufferedReader lines) {
    this.file = file;
    this.lines = lines;
  }

  /** Opens a file; whether it is compressed shows in its first bytes. */
  public static Recording open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    InputStream plain = magic == GZIP ? new GZIPInputStream(in, 1 << 16) : in;
    return new Recording(
        file, new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16));
  }

  /**
   * The next answer; blank lines do not count.
   *
   * @return null at the end
   * @throws UnreadableLineException when the line is none; the next one may be read
   */
  public @Nullable AnswerLine next() throws IOException, UnreadableLineException {
    String text = readLine();
    while (text != null && text.isBlank()) {
      text = readLine();
    }
    if (text == null) {
      return null;
    }
    try {
      return AnswerLineReader.read(text);
    } catch (IOException e) {
      throw new UnreadableLineException(
          "%s, line %d: %s"
              .formatted(
                  file, line, String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
    }
  }

  /** How many lines were read. */
  public int line() {
    return line;
  }

  /** Whether the file ends in the middle, as one does whose writer was killed. */
  public boolean torn() {
    return torn;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private @Nullable String readLine() throws IOException {
    try {
      String text = torn ? null : lines.readLine();
      line += text == null ? 0 : 1;
      return text;
    } catch (EOFException e) {
      torn = true;
      return null;
    }
  }
}
