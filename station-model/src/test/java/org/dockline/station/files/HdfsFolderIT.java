package org.dockline.station.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a real HDFS, with a name node and a data node of its own. */
class HdfsFolderIT extends SnapshotFolderContract {

  @TempDir private static Path temp;
  private static MiniDFSCluster cluster;
  private static int folders;

  @BeforeAll
  static void startCluster() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, temp.toString());
    cluster = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
    cluster.waitClusterUp();
  }

  @AfterAll
  static void stopCluster() {
    cluster.shutdown();
  }

  @Override
  protected SnapshotFolder newFolder() {
    return at(cluster.getURI().resolve("/snapshots-" + ++folders));
  }

  @Test
  void saysWhereItIs() {
    assertThat(at(cluster.getURI().resolve("/somewhere")))
        .hasToString(cluster.getURI() + "/somewhere");
  }

  private static SnapshotFolder at(URI address) {
    return new SnapshotLocation(address.toString(), null).open();
  }
}
