package org.dockline.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dockline.batch.load.LoadEnding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoadProcessTest {

  @Test
  void tellsHowTheProcessEnded() throws InterruptedException {
    assertThat(process("0").load()).isEqualTo(new LoadReport(LoadEnding.DONE, 12));
    assertThat(process("4").load()).isEqualTo(new LoadReport(LoadEnding.INCOMPLETE, 12));
    assertThat(process("137").load().ending()).isEqualTo(LoadEnding.FAILED);
  }

  @Test
  void stopEndsTheProcessAndStartsNoOther() throws Exception {
    LoadProcess process = process("forever");
    CompletableFuture<LoadReport> load =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return process.load();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    awaitChild();
    process.stop();

    assertThat(load.get(20, TimeUnit.SECONDS).ending()).isEqualTo(LoadEnding.FAILED);
    assertThat(ProcessHandle.current().children().filter(LoadProcessTest::isFake)).isEmpty();
    assertThat(process.load().ending()).as("after the stop").isEqualTo(LoadEnding.FAILED);
  }

  private static void awaitChild() throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (ProcessHandle.current().children().noneMatch(LoadProcessTest::isFake)) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static boolean isFake(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains("FakeLoad forever");
  }

  private static LoadProcess process(String how) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new LoadProcess(
        List.of(java, "-Xmx32m", "org.dockline.batch.schedule.FakeLoad", how),
        Map.of("CLASSPATH", System.getProperty("java.class.path"), "FAKE_DAYS", "12"));
  }
}
