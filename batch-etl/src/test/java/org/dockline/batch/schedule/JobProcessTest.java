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
class JobProcessTest {

  private static final JobSummary TOLD = new JobSummary(12, 3L, List.of("a: b", "c\\d"));

  @Test
  void tellsHowTheProcessEnded() throws InterruptedException {
    assertThat(process("0").run()).isEqualTo(new JobReport(LoadEnding.DONE, TOLD));
    assertThat(process("4").run()).isEqualTo(new JobReport(LoadEnding.INCOMPLETE, TOLD));
    assertThat(process("137").run().ending()).isEqualTo(LoadEnding.FAILED);
  }

  @Test
  void stopEndsTheProcessAndStartsNoOther() throws Exception {
    JobProcess process = process("forever");
    CompletableFuture<JobReport> load =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return process.run();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    awaitChild();
    process.stop();

    assertThat(load.get(20, TimeUnit.SECONDS).ending()).isEqualTo(LoadEnding.FAILED);
    assertThat(ProcessHandle.current().children().filter(JobProcessTest::isFake)).isEmpty();
    assertThat(process.run().ending()).as("after the stop").isEqualTo(LoadEnding.FAILED);
  }

  private static void awaitChild() throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (ProcessHandle.current().children().noneMatch(JobProcessTest::isFake)) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static boolean isFake(ProcessHandle process) {
    return process.info().commandLine().orElse("").contains("FakeJob forever");
  }

  private static JobProcess process(String how) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new JobProcess(
        "load",
        List.of(java, "-Xmx32m", "org.dockline.batch.schedule.FakeJob", how),
        Map.of("CLASSPATH", System.getProperty("java.class.path"), "FAKE_DAYS", "12"));
  }
}
