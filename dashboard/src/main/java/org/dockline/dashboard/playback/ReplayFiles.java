package org.dockline.dashboard.playback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.dockline.dashboard.history.DayReplay;
import org.dockline.dashboard.history.LoadedCache;
import org.dockline.dashboard.history.ServedInsights;
import org.dockline.dashboard.history.ServedReplay;
import org.dockline.station.ContractDay;
import org.dockline.station.StationKey;
import org.dockline.warehouse.LoadMark;

/**
 * Packed days. One that the warehouse tells is kept until its contract is loaded again, one that
 * the stream tells for a minute. Safe for use by several threads.
 */
public final class ReplayFiles {

  private static final int KEPT = 40;
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final LoadMark UNLOADED = new LoadMark(null, 0, null);

  private final ServedReplay replays;
  private final ServedInsights insights;
  private final Clock clock;
  private final LoadedCache<ContractDay, Packed> kept = new LoadedCache<>(KEPT);

  /** Packs what these tell. */
  public ReplayFiles(ServedReplay replays, ServedInsights insights, Clock clock) {
    this.replays = replays;
    this.insights = insights;
    this.clock = clock;
  }

  /**
   * A day, packed by gzip.
   *
   * @param bytes not to be changed
   * @param tag another content has another
   * @param madeAt when it was made
   * @param lasting whether it holds until the next load
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  public record Packed(byte[] bytes, String tag, Instant madeAt, boolean lasting) {}

  /**
   * Gives it, from before if it still holds.
   *
   * @param counted whether a station counts
   */
  public Packed of(ContractDay day, Predicate<StationKey> counted) {
    LoadMark mark = insights.mark(day.contract()).orElse(UNLOADED);
    Instant now = clock.instant();
    Optional<Packed> known =
        kept.find(day, mark)
            .filter(packed -> packed.lasting() || now.isBefore(packed.madeAt().plus(FRESH)));
    if (known.isPresent()) {
      return known.get();
    }
    Packed made = pack(replays.ofDay(day, now, counted), now);
    kept.keep(day, mark, made);
    return made;
  }

  private static Packed pack(DayReplay replay, Instant now) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 << 10);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      ReplayJson.write(replay, gzip);
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes in memory could not be packed", e);
    }
    Instant boundary = replay.joined().boundary();
    boolean lasting =
        !replay.joined().partial() && boundary != null && replay.day().start().isBefore(boundary);
    byte[] packed = bytes.toByteArray();
    CRC32C sum = new CRC32C();
    sum.update(packed);
    return new Packed(packed, Long.toHexString(sum.getValue()) + '-' + packed.length, now, lasting);
  }
}
