package org.dockline.stream.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.apache.parquet.io.InputFile;
import org.dockline.station.files.LocalFolder;
import org.dockline.station.files.SnapshotFolder;

/** A local folder whose disk is full after some files, in the middle of one. */
public final class FillingFolder implements SnapshotFolder {

  private final LocalFolder folder;
  private int filesLeft;

  /** Has room for so many more files, half of the next one, and none after it. */
  public FillingFolder(Path root, int files) {
    this.folder = new LocalFolder(root);
    this.filesLeft = files;
  }

  @Override
  public void write(String path, Body body) throws IOException {
    if (filesLeft-- > 0) {
      folder.write(path, body);
      return;
    }
    folder.write(
        path,
        file -> {
          body.writeTo(file);
          throw new IOException("No space left on device");
        });
  }

  @Override
  public Optional<byte[]> find(String path) throws IOException {
    return folder.find(path);
  }

  @Override
  public InputFile open(String path) throws IOException {
    return folder.open(path);
  }

  @Override
  public Collection<String> list(String below) throws IOException {
    return folder.list(below);
  }

  @Override
  public void delete(String path) throws IOException {
    folder.delete(path);
  }
}
