package org.dockline.dashboard.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SliceMemoryTest {

  private final List<Integer> read = new ArrayList<>();

  @Test
  void whatWasNotAskedForTheLongestGoesFirst() throws IOException {
    SliceMemory<Integer, String> memory = new SliceMemory<>(12, String::length);
    find(memory, 1, 3);
    find(memory, 2, 3);
    find(memory, 3, 3);
    find(memory, 1, 3);
    find(memory, 4, 3);
    assertThat(read).containsExactly(1, 2, 3, 4);
    find(memory, 1, 3);
    find(memory, 2, 3);
    assertThat(read).containsExactly(1, 2, 3, 4, 2);
  }

  @Test
  void neverHoldsMoreThanThereIsRoomFor() throws IOException {
    SliceMemory<Integer, String> memory = new SliceMemory<>(100, String::length);
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      int key = random.nextInt(60);
      assertThat(find(memory, key, key)).hasSize(key);
      assertThat(memory.used()).isBetween(0, 100);
    }
    assertThat(read).as("some were remembered").hasSizeLessThan(2_000);
  }

  @Test
  void whatIsLargerThanAllRoomIsNotKept() throws IOException {
    SliceMemory<Integer, String> memory = new SliceMemory<>(10, String::length);
    find(memory, 1, 50);
    find(memory, 1, 50);
    assertThat(read).containsExactly(1, 1);
    assertThat(memory.used()).isZero();
  }

  @Test
  void aFailureIsNotRemembered() throws IOException {
    SliceMemory<Integer, String> memory = new SliceMemory<>(10, String::length);
    assertThatThrownBy(
            () ->
                memory.find(
                    1,
                    () -> {
                      throw new IOException("away");
                    }))
        .hasMessage("away");
    assertThat(find(memory, 1, 2)).isEqualTo("xx");
  }

  private String find(SliceMemory<Integer, String> memory, int key, int length) throws IOException {
    return memory.find(
        key,
        () -> {
          read.add(key);
          return "x".repeat(length);
        });
  }
}
