package org.dockline.stream.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dockline.station.files.LocalFolder;

/**
 * Where Spark keeps how far the topics have been read, and beside it which topics those were: a
 * topic that was deleted and made anew has the same name and other records under the same offsets.
 */
public final class CheckpointFolder {

  private static final String OFFSETS = "offsets";
  private static final String COMMITS = "commits";
  private static final String TOPICS = "topics.txt";

  private final Path folder;

  /** Need not exist yet. */
  public CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Whether a batch was ever begun: which records it has is noted before it is run, so that it has
   * the same ones when it runs again. Without one a query begins with the first record there is.
   */
  public boolean hasBegun() throws IOException {
    return hasNumbered(OFFSETS);
  }

  /** Whether a batch was ever committed. */
  public boolean hasCommits() throws IOException {
    return hasNumbered(COMMITS);
  }

  private boolean hasNumbered(String name) throws IOException {
    Path log = folder.resolve(name);
    if (Files.notExists(log)) {
      return false;
    }
    try (Stream<Path> files = Files.list(log)) {
      return files.anyMatch(file -> file.getFileName().toString().matches("\\d+"));
    }
  }

  /** The incarnations that {@link #remember} was told, by topic; none when it never was. */
  public Map<String, String> topics() throws IOException {
    Path file = folder.resolve(TOPICS);
    Map<String, String> topics = new TreeMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int equals = line.indexOf('=');
        if (equals > 0) {
          topics.put(line.substring(0, equals), line.substring(equals + 1));
        }
      }
    }
    return topics;
  }

  /** Notes which topics are read from here on. */
  public void remember(Map<String, String> incarnations) throws IOException {
    String lines =
        new TreeMap<>(incarnations)
            .entrySet().stream()
                .map(e -> e.getKey() + '=' + e.getValue() + '\n')
                .collect(Collectors.joining());
    new LocalFolder(folder).write(TOPICS, lines.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Forgets everything, so that the next query begins with the first record there is. The commits
   * go last: killed before the end, {@link #hasCommits} still says that there is something to drop.
   */
  public void drop() throws IOException {
    if (Files.exists(folder)) {
      for (Path path : deepestFirst()) {
        Files.delete(path);
      }
    }
  }

  private List<Path> deepestFirst() throws IOException {
    Comparator<Path> commitsLast = Comparator.comparing(p -> p.startsWith(folder.resolve(COMMITS)));
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> !path.equals(folder))
          .sorted(commitsLast.thenComparing(Comparator.reverseOrder()))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** For Spark. */
  public String location() {
    return folder.toAbsolutePath().toString();
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
