package org.dockline.stream.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.apache.parquet.io.InputFile;
import org.dockline.station.files.LocalFolder;
import org.dockline.station.files.SnapshotFolder;

/**
 * A local folder whose process is killed at a chosen moment: before a change, in the middle of a
 * write (half a file is left under its unfinished name), or right after a change. After each change
 * a reader looks at what is there.
 */
public final class MortalFolder implements SnapshotFolder {

  /** Looks at the folder as any reader may at any moment. */
  public interface Reader {
    /** Fails when what readers are shown is not whole. */
    void look() throws IOException;
  }

  private final Path root;
  private final LocalFolder folder;
  private final Reader reader;
  private int momentsLeft;

  /**
   * Lives for a while.
   *
   * @param moments how many moments it survives; each change has three
   */
  public MortalFolder(Path root, int moments, Reader reader) {
    this.root = root;
    this.folder = new LocalFolder(root);
    this.momentsLeft = moments;
    this.reader = reader;
  }

  @Override
  public void write(String path, Body body) throws IOException {
    moment("before " + path);
    if (momentsLeft == 0) {
      leaveHalf(path, body);
    }
    moment("in the middle of " + path);
    folder.write(path, body);
    reader.look();
    moment("after " + path);
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
    moment("before the deletion of " + path);
    folder.delete(path);
    reader.look();
    moment("after the deletion of " + path);
  }

  private void moment(String where) {
    if (momentsLeft-- == 0) {
      throw new Killed(where);
    }
  }

  private void leaveHalf(String path, Body body) throws IOException {
    String unfinished = path + ".unfinished";
    folder.write(unfinished, body);
    byte[] whole = Files.readAllBytes(root.resolve(unfinished));
    Files.write(root.resolve(unfinished), java.util.Arrays.copyOf(whole, whole.length / 2));
  }
}
