package org.dockline.station.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.dockline.station.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Where the snapshot folder is, as an operator writes it.
 *
 * @param address a path of the local file system, or an address such as {@code hdfs://host/folder}
 *     or {@code s3a://bucket/folder} of a file system of Hadoop
 * @param hadoopSettings folder with {@code core-site.xml} and {@code hdfs-site.xml}; null when
 *     Hadoop's defaults do
 */
public record SnapshotLocation(String address, @Nullable Path hadoopSettings) {

  private static final String SETTING = "SNAPSHOT_DIR";

  /** One letter would be the drive of a Windows path. */
  private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]+):.*");

  /** File systems of Hadoop whose files are objects: complete when closed, without a rename. */
  private static final Set<String> OBJECTS =
      Set.of("s3a", "s3", "s3n", "gs", "wasb", "wasbs", "abfs", "abfss", "oss", "cosn", "obs");

  /** Reads {@code SNAPSHOT_DIR} and {@code HADOOP_CONF_DIR}. */
  public static SnapshotLocation from(Settings settings) {
    String conf = settings.text("HADOOP_CONF_DIR", "");
    return new SnapshotLocation(
        settings.text(SETTING, ".dockline/snapshots"), conf.isEmpty() ? null : Path.of(conf));
  }

  /** In the local file system. */
  public static SnapshotLocation local(Path folder) {
    return new SnapshotLocation(folder.toString(), null);
  }

  /**
   * Opens it.
   *
   * @throws UncheckedIOException when there is no such file system, naming the address
   */
  public SnapshotFolder open() {
    var scheme = SCHEME.matcher(address);
    if (!scheme.matches()) {
      return new LocalFolder(Path.of(address));
    }
    if (scheme.group(1).equalsIgnoreCase("file")) {
      return new LocalFolder(Path.of(URI.create(address)));
    }
    try {
      return OBJECTS.contains(scheme.group(1).toLowerCase(Locale.ROOT))
          ? HadoopFolder.ofObjects(URI.create(address), configuration())
          : HadoopFolder.renaming(URI.create(address), configuration());
    } catch (IOException | IllegalArgumentException e) {
      throw new UncheckedIOException(
          SETTING
              + " is '"
              + address
              + "', which can't be opened: "
              + e.getMessage()
              + ". Give a path, or an address of a file system whose driver is on the class path",
          e instanceof IOException io ? io : new IOException(e));
    }
  }

  /** What Hadoop is told of its file systems. */
  public Configuration configuration() {
    Configuration configuration = new Configuration();
    if (hadoopSettings != null) {
      configuration.addResource(toHadoop(hadoopSettings.resolve("core-site.xml")));
      configuration.addResource(toHadoop(hadoopSettings.resolve("hdfs-site.xml")));
    }
    // Else the file system closes at the first sign of the end, under the last batch.
    configuration.setBoolean("fs.automatic.close", false);
    return configuration;
  }

  private static org.apache.hadoop.fs.Path toHadoop(Path file) {
    return new org.apache.hadoop.fs.Path(file.toUri());
  }

  @Override
  public String toString() {
    return address;
  }
}
