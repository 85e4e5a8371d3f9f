package org.dockline.stream.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.dockline.station.files.LocalFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

  private static final Instant T = Instant.parse("2026-03-28T12:00:00Z");

  @TempDir private Path temp;

  @Test
  void removesWhatWasNotNeededForTheWholeGrace() throws IOException {
    LocalFolder folder = new LocalFolder(temp);
    folder.write("recent/a", new byte[0]);
    folder.write("recent/b", new byte[0]);
    folder.write("live/c", new byte[0]);
    Leftovers leftovers = new Leftovers(folder, "recent", Duration.ofMinutes(10));
    leftovers.sweep(Set.of("recent/a"), T);
    leftovers.sweep(Set.of("recent/b"), T.plusSeconds(599));
    leftovers.sweep(Set.of("recent/a"), T.plusSeconds(600));
    assertThat(folder.list("")).contains("recent/a", "recent/b");
    leftovers.sweep(Set.of("recent/a"), T.plusSeconds(1_200));
    assertThat(folder.list("")).containsExactlyInAnyOrder("recent/a", "live/c");
  }

  @Test
  void clockThatIsSetBackBeginsTheGraceAnew() throws IOException {
    LocalFolder folder = new LocalFolder(temp);
    folder.write("recent/a", new byte[0]);
    Leftovers leftovers = new Leftovers(folder, "recent", Duration.ofMinutes(10));
    leftovers.sweep(Set.of(), T);
    leftovers.sweep(Set.of(), T.minus(Duration.ofDays(1)));
    leftovers.sweep(Set.of(), T.minus(Duration.ofDays(1)).plusSeconds(599));
    assertThat(folder.list("")).containsExactly("recent/a");
    leftovers.sweep(Set.of(), T.minus(Duration.ofDays(1)).plusSeconds(600));
    assertThat(folder.list("")).isEmpty();
  }
}
