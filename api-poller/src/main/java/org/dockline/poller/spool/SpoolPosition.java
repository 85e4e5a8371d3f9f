package org.dockline.poller.spool;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Up to where a spool is delivered, kept in a small file of its own. Lost or unreadable it only
 * costs that some records are delivered again.
 *
 * @param segment the number of a file
 * @param offset everything before it is delivered
 */
record SpoolPosition(long segment, long offset) {

  private static final Logger LOG = LoggerFactory.getLogger(SpoolPosition.class);
  private static final SpoolPosition START = new SpoolPosition(0, 0);

  static SpoolPosition read(Path folder) throws IOException {
    try {
      String[] words = Files.readString(file(folder)).strip().split(" ", -1);
      return new SpoolPosition(Long.parseLong(words[0]), Long.parseLong(words[1]));
    } catch (NoSuchFileException e) {
      return START;
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      LOG.warn("{} can't be read: what waits there may be sent again", file(folder));
      return START;
    }
  }

  void write(Path folder) throws IOException {
    Path next = folder.resolve("delivered.next");
    // A plain stream: unlike a channel it is not closed when its thread is interrupted.
    try (FileOutputStream out = new FileOutputStream(next.toFile())) {
      out.write((segment + " " + offset + "\n").getBytes(StandardCharsets.UTF_8));
    }
    Files.move(
        next, file(folder), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path file(Path folder) {
    return folder.resolve("delivered");
  }
}
