package org.dockline.dashboard.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What another JVM holds in its heap after a collection. */
final class Heap {

  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private Heap() {}

  static long of(Process jvm) throws IOException, InterruptedException {
    jcmd(jvm, "GC.run");
    Matcher used = USED.matcher(jcmd(jvm, "GC.heap_info"));
    long kilobytes = 0;
    // Young and tenured; what follows them is no heap.
    for (int i = 0; i < 2 && used.find(); i++) {
      kilobytes += Long.parseLong(used.group(1));
    }
    return kilobytes << 10;
  }

  private static String jcmd(Process jvm, String command) throws IOException, InterruptedException {
    String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked =
        new ProcessBuilder(List.of(program, Long.toString(jvm.pid()), command))
            .redirectErrorStream(true)
            .start();
    String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    asked.waitFor();
    return answer;
  }
}
