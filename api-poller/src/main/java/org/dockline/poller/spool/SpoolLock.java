package org.dockline.poller.spool;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One process at a time works on a spool; a lock of the system, so that a killed one lets go. */
final class SpoolLock implements AutoCloseable {

  private final RandomAccessFile file;

  private SpoolLock(RandomAccessFile file) {
    this.file = file;
  }

  static SpoolLock take(Path folder) throws IOException {
    Files.createDirectories(folder);
    RandomAccessFile file = new RandomAccessFile(folder.resolve("lock").toFile(), "rw");
    if (tryLock(file) == null) {
      file.close();
      throw new IOException(
          folder + " is in use by another poller; give each one a SPOOL_DIR of its own");
    }
    return new SpoolLock(file);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static @Nullable FileLock tryLock(RandomAccessFile file) throws IOException {
    try {
      return file.getChannel().tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
