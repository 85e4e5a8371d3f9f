package org.dockline.poller.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * How far the replay of a recording came and by how many days it was shifted, noted in a small file
 * so that it can go on.
 */
final class ReplayPosition {

  private final Path folder;
  private final Path note;

  /**
   * The note on one replay; another topic or file is another replay.
   *
   * @param folder made when it is missing
   * @param what is replayed where
   */
  ReplayPosition(Path folder, String what) {
    this.folder = folder;
    UUID name = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    this.note = folder.resolve(name + ".position");
  }

  /**
   * What is noted.
   *
   * @param lines how many are delivered
   * @param shiftDays by how many days they were shifted
   */
  record Note(int lines, int shiftDays) {}

  /** The note; empty when there is none that can be read. */
  Optional<Note> read() throws IOException {
    try {
      String[] words = Files.readString(note).strip().split(" ", -1);
      return Optional.of(new Note(Integer.parseInt(words[0]), Integer.parseInt(words[1])));
    } catch (NoSuchFileException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** Notes it. */
  void write(Note now) throws IOException {
    Files.createDirectories(folder);
    Path next = folder.resolve(note.getFileName() + ".next");
    Files.writeString(next, now.lines() + " " + now.shiftDays() + "\n");
    Files.move(next, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** It is done. */
  void forget() throws IOException {
    Files.deleteIfExists(note);
  }
}
