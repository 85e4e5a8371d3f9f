package org.dockline.station.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;

/**
 * A folder of the local file system. A file is written under another name beside its place, forced
 * to the disk and renamed; then the folder is forced too, so that not even a power cut brings the
 * name back without the content.
 */
public final class LocalFolder implements SnapshotFolder {

  private static final String UNFINISHED = ".unfinished";

  private final Path root;

  /** Need not exist yet. */
  public LocalFolder(Path root) {
    this.root = root;
  }

  @Override
  public void write(String path, Body body) throws IOException {
    Path file = root.resolve(path);
    Path folder = Files.createDirectories(file.resolveSibling("."));
    Path unfinished = folder.resolve(file.getFileName() + UNFINISHED);
    try {
      body.writeTo(new LocalOutputFile(unfinished));
      force(unfinished, StandardOpenOption.WRITE);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException e) {
      giveUp(unfinished, e);
      throw e;
    }
    force(folder, StandardOpenOption.READ);
  }

  /** On a full disk, what was written of a file is room for others. */
  private static void giveUp(Path unfinished, Exception because) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  @Override
  public Optional<byte[]> find(String path) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(root.resolve(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public InputFile open(String path) throws IOException {
    return new NamedFile(root.resolve(path));
  }

  @Override
  public Collection<String> list(String folder) throws IOException {
    Path start = root.resolve(folder);
    if (Files.notExists(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      return files.filter(Files::isRegularFile).map(this::relative).toList();
    }
  }

  @Override
  public void delete(String path) throws IOException {
    Files.deleteIfExists(root.resolve(path));
  }

  @Override
  public String toString() {
    return root.toString();
  }

  private String relative(Path file) {
    return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /** Says its name in the messages of Parquet. */
  private static final class NamedFile extends LocalInputFile {
    private final Path file;

    NamedFile(Path file) throws IOException {
      super(file);
      this.file = file;
    }

    @Override
    public String toString() {
      return file.toString();
    }
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
