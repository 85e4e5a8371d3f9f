package org.dockline.dashboard.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import org.dockline.dashboard.live.Counted;
import org.dockline.dashboard.live.LiveStations;
import org.dockline.dashboard.playback.ReplayFiles;
import org.dockline.dashboard.playback.ReplayFiles.Packed;
import org.dockline.dashboard.text.Contracts;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.ContractDay;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A past day of a city for the playback page, as one packed file. */
@RestController
public class ReplayFile {

  /** A day takes memory while it is made; those who come after wait. */
  private static final int AT_ONCE = 2;

  private final ReplayFiles files;
  private final LiveStations live;
  private final Contracts contracts;
  private final Clock clock;
  private final Semaphore making = new Semaphore(AT_ONCE, true);

  /** Serves these. */
  public ReplayFile(ReplayFiles files, LiveStations live, Contracts contracts, Clock clock) {
    this.files = files;
    this.live = live;
    this.contracts = contracts;
    this.clock = clock;
  }

  /** 400 when the date is none, 404 when the day has not begun. */
  @GetMapping("/playback/{contract}/{date}.json")
  public ResponseEntity<ByteArrayResource> day(
      @PathVariable String contract, @PathVariable String date) throws InterruptedException {
    String name = ContractCatalogue.canonicalName(contract);
    ContractDay day;
    try {
      day = new ContractDay(name, LocalDate.parse(date), contracts.zone(name));
    } catch (DateTimeException e) {
      return ResponseEntity.badRequest().build();
    }
    if (!day.start().isBefore(clock.instant())) {
      return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
    }
    making.acquire();
    try {
      return answer(files.of(day, Counted.in(live.current())));
    } finally {
      making.release();
    }
  }

  /** Asked for again each time, and answered with nothing when it is the same. */
  private static ResponseEntity<ByteArrayResource> answer(Packed packed) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header("Content-Encoding", "gzip")
        .cacheControl(CacheControl.noCache().cachePrivate())
        .eTag("\"" + packed.tag() + '"')
        .body(new ByteArrayResource(packed.bytes()));
  }
}
