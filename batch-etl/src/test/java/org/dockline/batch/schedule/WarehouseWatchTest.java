package org.dockline.batch.schedule;

import static com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType.RAN_EXECUTE_DUE;
import static com.github.kagkarlsson.scheduler.event.SchedulerListener.SchedulerEventType.UNEXPECTED_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dockline.batch.notify.Notice;
import org.dockline.batch.testing.SteppedClock;
import org.dockline.warehouse.WarehouseException;
import org.junit.jupiter.api.Test;

class WarehouseWatchTest {

  private static final Instant START = Instant.parse("2026-01-10T04:00:00Z");

  private final SteppedClock clock = new SteppedClock(START.toString());
  private final List<Notice> told = new ArrayList<>();
  private final ScheduleState state = new ScheduleState();
  private boolean away = true;
  private final WarehouseWatch watch = new WarehouseWatch(this::probe, state, told::add, clock);

  @Test
  void shortAbsenceShowsInHealthOnly() {
    watch.onSchedulerEvent(UNEXPECTED_ERROR);
    assertThat(state.health().details()).containsEntry("trouble", "The warehouse is away");
    clock.set(START.plusSeconds(100));
    watch.onSchedulerEvent(UNEXPECTED_ERROR);
    watch.onSchedulerEvent(RAN_EXECUTE_DUE);

    assertThat(state.health().up()).isTrue();
    assertThat(told).isEmpty();
  }

  @Test
  void longAbsenceIsToldOnceAndItsEndOnce() {
    for (int i = 0; i < 9; i++) {
      clock.set(START.plusSeconds(60L * i));
      watch.onSchedulerEvent(UNEXPECTED_ERROR);
    }
    watch.onSchedulerEvent(RAN_EXECUTE_DUE);
    watch.onSchedulerEvent(RAN_EXECUTE_DUE);

    assertThat(told)
        .extracting(Notice::kind)
        .containsExactly(Notice.Kind.FAILURE, Notice.Kind.RECOVERY);
    assertThat(told.getFirst().text()).contains("The warehouse is away");
  }

  @Test
  void waitsAtTheStart() throws InterruptedException {
    Pause pause =
        new Pause(clock) {
          @Override
          public boolean until(Instant moment) {
            clock.set(moment);
            away = moment.isBefore(START.plusSeconds(60));
            return true;
          }
        };
    assertThat(watch.awaitUsable(pause)).isTrue();
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
    pause.stop();
    assertThat(watch.awaitUsable(pause)).isFalse();
  }

  private void probe() {
    if (away) {
      throw new WarehouseException("The warehouse is away");
    }
  }
}
