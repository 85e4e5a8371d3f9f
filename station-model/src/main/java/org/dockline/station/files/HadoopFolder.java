package org.dockline.station.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalOutputFile;

/**
 * A folder of any file system of Hadoop. What is written comes from a whole local file; how it gets
 * into its place at once depends on the file system:
 *
 * <ul>
 *   <li>One with an atomic rename (HDFS and its kind): written beside its place, forced to the data
 *       nodes, then renamed over what stood there.
 *   <li>An object store has no atomic rename, and needs none: an object appears when its upload is
 *       completed, as a whole, in place of the one before. It is written where it belongs; an
 *       upload that breaks is given up, and never completed by closing it.
 * </ul>
 */
public final class HadoopFolder implements SnapshotFolder {

  private static final String UNFINISHED = ".unfinished";
  private static final int BUFFER = 1 << 16;
  private static final int ATTEMPTS = 5;

  private final Path root;
  private final Configuration configuration;
  private final FileSystem files;
  private final boolean objects;

  private HadoopFolder(Path root, Configuration configuration, boolean objects) throws IOException {
    this.root = root;
    this.configuration = configuration;
    this.files = root.getFileSystem(configuration);
    this.objects = objects;
  }

  /**
   * A folder with an atomic rename.
   *
   * @param root need not exist yet
   * @throws IOException when there is no such file system
   */
  public static HadoopFolder renaming(URI root, Configuration configuration) throws IOException {
    return new HadoopFolder(new Path(root), configuration, false);
  }

  /** A folder of an object store; see {@link #renaming}. */
  public static HadoopFolder ofObjects(URI root, Configuration configuration) throws IOException {
    return new HadoopFolder(new Path(root), configuration, true);
  }

  @Override
  public void write(String path, Body body) throws IOException {
    java.nio.file.Path whole = Files.createTempFile("dockline-", UNFINISHED);
    try {
      body.writeTo(new LocalOutputFile(whole));
      if (objects) {
        upload(whole, new Path(root, path));
      } else {
        rename(whole, new Path(root, path));
      }
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private void rename(java.nio.file.Path whole, Path target) throws IOException {
    Path unfinished = target.suffix(UNFINISHED);
    try {
      upload(whole, unfinished);
      FileContext.getFileContext(root.toUri(), configuration)
          .rename(unfinished, target, Rename.OVERWRITE);
    } catch (IOException e) {
      giveUp(unfinished, e);
      throw e;
    }
  }

  /** What was written of a file takes room of others. */
  private void giveUp(Path unfinished, IOException because) {
    try {
      files.delete(unfinished, false);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  /** Closing is what completes an object, so it comes only after everything has been written. */
  private void upload(java.nio.file.Path whole, Path target) throws IOException {
    FSDataOutputStream out = files.create(target, true, BUFFER);
    try {
      Files.copy(whole, out);
      out.hsync();
    } catch (UnsupportedOperationException e) {
      // An object is durable when it is completed, and some stores say so instead of doing nothing.
    } catch (IOException | RuntimeException e) {
      abandon(out, e);
      throw e;
    }
    out.close();
  }

  /** An object that can't be aborted is left open: closing would put half of it in its place. */
  private void abandon(FSDataOutputStream out, Exception because) {
    try {
      out.abort();
    } catch (UnsupportedOperationException e) {
      if (!objects) {
        closeQuietly(out, because);
      }
    }
  }

  /** Of a file under its unfinished name; nobody reads it. */
  private static void closeQuietly(FSDataOutputStream out, Exception because) {
    try {
      out.close();
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  /** Of a file that is replaced while it is read HDFS takes away the blocks: it is read anew. */
  @Override
  public Optional<byte[]> find(String path) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try (var in = files.open(new Path(root, path))) {
        return Optional.of(in.readAllBytes());
      } catch (FileNotFoundException e) {
        return Optional.empty();
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  @Override
  public InputFile open(String path) throws IOException {
    return HadoopInputFile.fromPath(new Path(root, path), configuration);
  }

  @Override
  public Collection<String> list(String folder) throws IOException {
    List<String> found = new ArrayList<>();
    try {
      RemoteIterator<LocatedFileStatus> all = files.listFiles(new Path(root, folder), true);
      String base = files.makeQualified(root).toUri().getPath() + "/";
      while (all.hasNext()) {
        found.add(all.next().getPath().toUri().getPath().substring(base.length()));
      }
      return found;
    } catch (FileNotFoundException e) {
      return List.of();
    }
  }

  @Override
  public void delete(String path) throws IOException {
    files.delete(new Path(root, path), false);
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
