package org.dockline.station.files;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/**
 * A folder whose files are whole or not there. Paths are relative to it, with forward slashes.
 *
 * <p>One process writes; any number read.
 */
public interface SnapshotFolder {

  /** Writes the content of one file. */
  interface Body {
    /**
     * Writes all of it.
     *
     * @throws IOException when it can't be written; the file then does not appear
     */
    void writeTo(OutputFile file) throws IOException;
  }

  /**
   * Puts a file in its place at once, as a whole and durably, replacing one of that name.
   *
   * @throws IOException when it can't be written; what stood there before still stands there
   */
  void write(String path, Body body) throws IOException;

  /** The same for content that is at hand. */
  default void write(String path, byte[] content) throws IOException {
    write(
        path,
        file -> {
          try (var out = file.createOrOverwrite(0)) {
            out.write(content);
          }
        });
  }

  /**
   * The whole content of a small file; empty when it is not there.
   *
   * @throws IOException when it is there and can't be read
   */
  Optional<byte[]> find(String path) throws IOException;

  /**
   * A file to be read piece by piece.
   *
   * @throws IOException when it is not there
   */
  InputFile open(String path) throws IOException;

  /**
   * All files below {@code folder}, unfinished ones of a writer that died among them; none when the
   * folder is not there.
   */
  Collection<String> list(String folder) throws IOException;

  /** Removes a file; one that is not there is no error. */
  void delete(String path) throws IOException;
}
