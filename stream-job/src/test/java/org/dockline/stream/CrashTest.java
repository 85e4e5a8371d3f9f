package org.dockline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.dockline.station.files.LocalFolder;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.station.snapshot.SnapshotLayout;
import org.dockline.stream.testing.Killed;
import org.dockline.stream.testing.MortalFolder;
import org.dockline.stream.testing.SettableClock;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills the stream at every moment of its work and looks at what a restart makes of it. */
class CrashTest {

  private static final boolean LONG = Boolean.getBoolean("dockline.long");

  /** Every moment, or one of so many, beginning elsewhere for each seed. */
  private static final int STRIDE = LONG ? 1 : 7;

  private static final int BATCHES = 4;

  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void killedAtAnyMomentItEndsInTheSameRows(long seed) throws IOException {
    int moment = (int) seed % STRIDE;
    while (killedAt(moment, new StreamScenario(seed, BATCHES), temp.resolve("moment" + moment))) {
      moment += STRIDE;
    }
    assertThat(moment).as("moments at which it can be killed").isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 4, 5})
  void killedAgainAndAgainItEndsInTheSameRows(long seed) throws IOException {
    Random random = new Random(seed);
    Life life = new Life(new StreamScenario(seed, BATCHES), temp);
    int kills = 0;
    while (life.endsAfter(random.nextInt(60)) && kills < 500) {
      kills++;
    }
    life.goesOn();
    assertThat(kills).isPositive();
    life.scenario.assertComplete(life.folder());
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void lostCheckpointLosesNothingAndOverwritesNothingElse(long seed) throws IOException {
    Life life = new Life(new StreamScenario(seed, BATCHES), temp);
    life.goesOn();
    life.spark.loseCheckpoint();
    life.goesOn();
    life.scenario.assertNothingMissing(life.folder());
  }

  @ParameterizedTest
  @ValueSource(strings = {SnapshotLayout.LIVE, SnapshotLayout.RECENT})
  void lostPointerIsMadeAgainAlthoughTheCheckpointSaysThatAllWasRead(String lost)
      throws IOException {
    Life life = new Life(new StreamScenario(8, BATCHES), temp);
    life.goesOn();
    new LocalFolder(life.folder()).delete(lost + '/' + SnapshotLayout.CURRENT);
    life.goesOnUnwatched();
    life.scenario.assertNothingMissing(life.folder());
  }

  @ParameterizedTest
  @ValueSource(strings = {SnapshotLayout.LIVE, SnapshotLayout.RECENT})
  void missingFilesAreMadeAgain(String lost) throws IOException {
    Life life = new Life(new StreamScenario(9, BATCHES), temp);
    life.goesOn();
    SnapshotFolder folder = new LocalFolder(life.folder());
    for (String path : folder.list(lost)) {
      if (path.endsWith(".parquet")) {
        folder.delete(path);
      }
    }
    life.goesOnUnwatched();
    life.scenario.assertNothingMissing(life.folder());
  }

  private static boolean killedAt(int moment, StreamScenario scenario, Path folder)
      throws IOException {
    Life life = new Life(scenario, folder);
    boolean killed = life.endsAfter(moment);
    if (killed) {
      life.goesOn();
    }
    scenario.assertComplete(life.folder());
    return killed;
  }

  /** A stream with a folder, a checkpoint and a reader who never stops looking. */
  private static final class Life {

    private final StreamScenario scenario;
    private final Path temp;
    private final SettableClock clock = new SettableClock(StreamScenario.TO);
    private final SimulatedSpark spark;
    private final StreamScenario.PatientReader reader;

    Life(StreamScenario scenario, Path temp) {
      this.scenario = scenario;
      this.temp = temp;
      this.spark = new SimulatedSpark(temp.resolve("checkpoint"), scenario.topics(), clock);
      this.reader = new StreamScenario.PatientReader(folder());
    }

    Path folder() {
      return temp.resolve("snapshots");
    }

    /** Whether it was killed before its work was done. */
    boolean endsAfter(int moments) throws IOException {
      try {
        spark.live(new MortalFolder(folder(), moments, reader::look));
        return false;
      } catch (Killed e) {
        return true;
      }
    }

    void goesOn() throws IOException {
      spark.live(new MortalFolder(folder(), Integer.MAX_VALUE, reader::look));
    }

    void goesOnUnwatched() throws IOException {
      spark.live(new LocalFolder(folder()));
    }
  }
}
