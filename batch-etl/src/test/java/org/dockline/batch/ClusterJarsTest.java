package org.dockline.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;

class ClusterJarsTest {

  @Test
  void ownCodeAndConnectorsAreSentAndSparkIsNot() {
    String classPath =
        String.join(
            File.pathSeparator,
            "/app/batch-etl.jar",
            "/app/lib/station-model-0.1.0.jar",
            "/app/lib/spark-core_2.13-4.2.0.jar",
            "/app/lib/spark-sql-kafka-0-10_2.13-4.2.0.jar",
            "/app/lib/scala-library-2.13.18.jar",
            "/app/lib/h2-2.5.252.jar",
            "/project/target/classes");

    assertThat(ClusterJars.of(classPath))
        .containsExactly(
            "/app/batch-etl.jar",
            "/app/lib/station-model-0.1.0.jar",
            "/app/lib/spark-sql-kafka-0-10_2.13-4.2.0.jar",
            "/app/lib/h2-2.5.252.jar");
  }
}
