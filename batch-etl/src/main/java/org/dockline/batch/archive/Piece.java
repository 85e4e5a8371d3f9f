package org.dockline.batch.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dockline.batch.survey.OffsetRange;

/**
 * What a file answers for: all it holds, but for what the files before it hold already. Two
 * archivers at work at once may write overlapping files; the records are the same in both.
 *
 * @param file the file
 * @param offsets of its partition
 */
record Piece(ArchiveName file, OffsetRange offsets) {

  /** The pieces of one topic, by partition in the order of offsets. */
  static Map<Integer, List<Piece>> of(Collection<ArchiveName> files) {
    return files.stream()
        .collect(
            Collectors.groupingBy(
                ArchiveName::partition,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), Piece::inOrder)));
  }

  /** Whether the file answers for all it holds. */
  boolean isWhole() {
    return offsets.equals(file.offsets());
  }

  /** The part of it that lies in a range. */
  Piece within(OffsetRange range) {
    return new Piece(file, offsets.within(range));
  }

  private static List<Piece> inOrder(List<ArchiveName> files) {
    List<ArchiveName> sorted = new ArrayList<>(files);
    sorted.sort(
        Comparator.comparingLong((ArchiveName f) -> f.offsets().from())
            .thenComparing(f -> f.offsets().to(), Comparator.reverseOrder()));
    List<Piece> pieces = new ArrayList<>();
    long reached = 0;
    for (ArchiveName file : sorted) {
      if (file.offsets().to() > reached) {
        long from = Math.max(reached, file.offsets().from());
        pieces.add(new Piece(file, new OffsetRange(from, file.offsets().to())));
        reached = file.offsets().to();
      }
    }
    return List.copyOf(pieces);
  }
}
