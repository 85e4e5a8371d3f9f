package org.dockline.station.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hadoop.fs.Abortable;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A file system as the drivers of object stores are: an object appears when its stream is closed,
 * as a whole, in place of the one before; a broken upload can be aborted; nothing is renamed.
 */
public final class ObjectStore extends FileSystem {

  private static final Map<String, byte[]> OBJECTS = new ConcurrentSkipListMap<>();
  private static final AtomicBoolean BREAK_NEXT = new AtomicBoolean();
  private static final AtomicBoolean ABORTS = new AtomicBoolean(true);

  static void clear() {
    OBJECTS.clear();
    ABORTS.set(true);
  }

  /** Some drivers can't abort. */
  static void refuseToAbort() {
    ABORTS.set(false);
  }

  static void breakNextUpload() {
    BREAK_NEXT.set(true);
  }

  @Override
  public URI getUri() {
    return URI.create("objects://bucket");
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return new FSDataOutputStream(new Upload(name(path)), null);
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    getFileStatus(path);
    return new FSDataInputStream(new Download(OBJECTS.get(name(path))));
  }

  @Override
  public boolean delete(Path path, boolean recursive) {
    return OBJECTS.remove(name(path)) != null;
  }

  @Override
  public FileStatus[] listStatus(Path folder) throws IOException {
    FileStatus[] below =
        OBJECTS.entrySet().stream()
            .filter(e -> e.getKey().startsWith(name(folder) + "/"))
            .map(e -> status(e.getKey(), e.getValue()))
            .toArray(FileStatus[]::new);
    if (below.length == 0) {
      throw new FileNotFoundException(folder.toString());
    }
    return below;
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    byte[] content = OBJECTS.get(name(path));
    if (content == null) {
      throw new FileNotFoundException(path.toString());
    }
    return status(name(path), content);
  }

  @Override
  public boolean rename(Path from, Path to) {
    throw new UnsupportedOperationException("an object store copies where others rename");
  }

  @Override
  public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
    throw new UnsupportedOperationException("objects are whole");
  }

  @Override
  public void setWorkingDirectory(Path directory) {
    throw new UnsupportedOperationException("there are no folders");
  }

  @Override
  public Path getWorkingDirectory() {
    return new Path("objects://bucket/");
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) {
    return true;
  }

  private FileStatus status(String name, byte[] content) {
    return new FileStatus(content.length, false, 1, 1 << 20, 0, new Path(getUri().resolve(name)));
  }

  private static String name(Path path) {
    return path.toUri().getPath();
  }

  private static final class Upload extends OutputStream implements Abortable {
    private final String name;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final boolean breaks = BREAK_NEXT.getAndSet(false);
    private boolean aborted;

    Upload(String name) {
      this.name = name;
    }

    @Override
    public void write(int b) throws IOException {
      if (breaks && content.size() > 1_000) {
        throw new IOException("connection lost");
      }
      content.write(b);
    }

    @Override
    public void close() {
      if (!aborted) {
        OBJECTS.put(name, content.toByteArray());
      }
    }

    @Override
    public AbortableResult abort() {
      if (!ABORTS.get()) {
        throw new UnsupportedOperationException("nothing can be aborted");
      }
      aborted = true;
      return new AbortableResult() {
        @Override
        public boolean alreadyClosed() {
          return false;
        }

        @Override
        public IOException anyCleanupException() {
          return null;
        }
      };
    }
  }

  private static final class Download extends FSInputStream {
    private final byte[] content;
    private ByteArrayInputStream in;
    private long position;

    Download(byte[] content) {
      this.content = content;
      this.in = new ByteArrayInputStream(content);
    }

    @Override
    public void seek(long to) {
      in = new ByteArrayInputStream(content, (int) to, content.length - (int) to);
      position = to;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public boolean seekToNewSource(long target) {
      return false;
    }

    @Override
    public int read() {
      position++;
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      int read = in.read(buffer, offset, length);
      position += Math.max(0, read);
      return read;
    }
  }
}
