package org.dockline.poller.polling;

import java.time.Duration;
import java.util.List;
import org.dockline.station.Rejection;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/** What a feed answers to one poll. */
public sealed interface FeedAnswer {

  /**
   * Stations came.
   *
   * @param stations those that were understood, in the order of the answer, duplicates included
   * @param rejections what was not understood
   * @param cut null when the answer is whole; else where and why it ends: a station that is not in
   *     it may still exist
   * @param impossibleTimes how many times of report were absurd and are treated as absent
   * @param oneSided how many stations stand in one of two files only
   */
  record Stations(
      Exchange exchange,
      List<StationObservation> stations,
      List<Rejection> rejections,
      @Nullable String cut,
      int impossibleTimes,
      OneSided oneSided)
      implements FeedAnswer {

    /** Takes copies. */
    public Stations {
      stations = List.copyOf(stations);
      rejections = List.copyOf(rejections);
    }

    /** An answer that is one file. */
    public Stations(
        Exchange exchange,
        List<StationObservation> stations,
        List<Rejection> rejections,
        @Nullable String cut,
        int impossibleTimes) {
      this(exchange, stations, rejections, cut, impossibleTimes, OneSided.NONE);
    }
  }

  /** The provider says that its last answer still holds: a success. */
  record NotModified(Exchange exchange) implements FeedAnswer {}

  /** The last answer's time to live is not over, so nobody was asked: a success without a call. */
  record Unexpired() implements FeedAnswer {}

  /**
   * Nothing usable came.
   *
   * @param reason one sentence, free of secrets
   * @param retryAfter the least time to wait before asking again; null leaves it to the schedule
   * @param rejections the body that could not be used, when there was one
   */
  record Unavailable(
      Exchange exchange, String reason, @Nullable Duration retryAfter, List<Rejection> rejections)
      implements FeedAnswer {

    /** Takes a copy. */
    public Unavailable {
      rejections = List.copyOf(rejections);
    }
  }
}
