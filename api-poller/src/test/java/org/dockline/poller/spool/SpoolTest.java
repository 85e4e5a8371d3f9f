package org.dockline.poller.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

  private static final Instant START = Instant.parse("2025-09-30T14:00:00Z");
  private static final long LIMIT = 64L << 20;
  private static final int LIVES = Boolean.getBoolean("dockline.long") ? 3_000 : 60;

  @TempDir Path folder;

  @Test
  void keepsOrderAcrossRestarts() throws IOException {
    try (Spool spool = open()) {
      spool.append(records(0, 5));
      spool.delivered(spool.peek(2));
      assertThat(numbers(spool)).containsExactly(2, 3, 4);
    }
    try (Spool spool = open()) {
      spool.append(records(5, 2));
      assertThat(numbers(spool)).containsExactly(2, 3, 4, 5, 6);
      assertThat(spool.state().records()).isEqualTo(5);
      assertThat(spool.state().oldest()).isEqualTo(START.plusSeconds(2));
      spool.delivered(spool.peek(100));
      assertThat(spool.state()).isEqualTo(new SpoolState(0, 0, null));
      assertThat(segments()).isEmpty();
    }
    try (Spool spool = open()) {
      assertThat(spool.isEmpty()).isTrue();
      spool.append(records(7, 1));
      assertThat(numbers(spool)).containsExactly(7);
    }
  }

  @Test
  void whatWasBeingWrittenWhenTheProcessDiedDoesNotCount() throws IOException {
    try (Spool spool = open()) {
      spool.append(records(0, 3));
    }
    Path file = segments().getFirst();
    byte[] whole = Files.readAllBytes(file);
    int each = whole.length / 3;
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      try (Spool spool = open()) {
        assertThat(numbers(spool)).hasSize(length / each);
        spool.append(records(9, 1));
        assertThat(numbers(spool).getLast()).isEqualTo(9);
      }
      for (Path left : segments()) {
        Files.delete(left);
      }
    }
  }

  @Test
  void damageIsNoticed() throws IOException {
    try (Spool spool = open()) {
      spool.append(records(0, 3));
    }
    Path file = segments().getFirst();
    try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
      damaged.seek(Files.size(file) / 2);
      damaged.write(0xFF);
    }
    try (Spool spool = open()) {
      assertThat(numbers(spool)).containsExactly(0);
    }
  }

  @Test
  void aLostPositionOnlyRepeats() throws IOException {
    try (Spool spool = open()) {
      spool.append(records(0, 3));
      spool.delivered(spool.peek(2));
    }
    Files.writeString(folder.resolve("delivered"), "rubbish");
    try (Spool spool = open()) {
      assertThat(numbers(spool)).containsExactly(0, 1, 2);
    }
  }

  @Test
  void whatHasNoRoomIsRefusedAsAWhole() throws IOException {
    try (Spool spool = Spool.open(folder, 1_000)) {
      spool.append(records(0, 3));
      assertThatThrownBy(() -> spool.append(records(3, 50)))
          .isInstanceOf(SpoolFullException.class)
          .hasMessageContaining("of 1,000 bytes")
          .hasMessageContaining("SPOOL_LIMIT");
      assertThat(numbers(spool)).containsExactly(0, 1, 2);
      spool.delivered(spool.peek(3));
      spool.append(records(3, 3));
      assertThat(numbers(spool)).containsExactly(3, 4, 5);
    }
  }

  @Test
  void twoProcessesDoNotShareIt() throws IOException {
    try (Spool spool = open()) {
      assertThat(spool.isEmpty()).isTrue();
      assertThatThrownBy(this::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use by another poller");
    }
    open().close();
  }

  @Test
  void manyFilesAreOneQueue() throws IOException {
    String large = "x".repeat(1 << 20);
    try (Spool spool = open()) {
      for (int i = 0; i < 20; i++) {
        spool.append(List.of(record(i, large)));
      }
      assertThat(segments().size()).isGreaterThan(1);
      assertThat(numbers(spool)).containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
      spool.delivered(spool.peek(15));
      assertThat(numbers(spool)).containsExactly(15, 16, 17, 18, 19);
      assertThat(segments()).hasSizeLessThan(3);
    }
  }

  /** Whatever is done in whatever order, with a death in between: nothing is lost or swapped. */
  @Test
  void isAQueueThatSurvives() throws IOException {
    for (int seed = 1; seed <= LIVES; seed++) {
      Random random = new Random(seed);
      Path own = folder.resolve("seed-" + seed);
      List<Integer> model = new ArrayList<>();
      int next = 0;
      Spool spool = Spool.open(own, LIMIT);
      for (int step = 0; step < 60; step++) {
        int n = random.nextInt(6);
        switch (random.nextInt(5)) {
          case 0, 1 -> {
            spool.append(records(next, n));
            for (int i = 0; i < n; i++) {
              model.add(next++);
            }
          }
          case 2, 3 -> {
            spool.delivered(spool.peek(n));
            model.subList(0, Math.min(n, model.size())).clear();
          }
          default -> {
            spool.close();
            spool = Spool.open(own, LIMIT);
          }
        }
        assertThat(numbers(spool)).as("seed %d, step %d", seed, step).isEqualTo(model);
        assertThat(spool.state().records()).isEqualTo(model.size());
      }
      spool.close();
    }
  }

  private Spool open() throws IOException {
    return Spool.open(folder, LIMIT);
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".spool")).sorted().toList();
    }
  }

  private static List<Integer> numbers(Spool spool) throws IOException {
    return spool.peek(1_000).stream()
        .map(e -> Integer.valueOf(new String(e.record().key(), StandardCharsets.UTF_8)))
        .toList();
  }

  private static List<SpooledRecord> records(int first, int count) {
    return IntStream.range(first, first + count).mapToObj(i -> record(i, "value")).toList();
  }

  private static SpooledRecord record(int number, String value) {
    return new SpooledRecord(
        "topic",
        START.plusSeconds(number),
        Integer.toString(number).getBytes(StandardCharsets.UTF_8),
        value.getBytes(StandardCharsets.UTF_8));
  }
}
