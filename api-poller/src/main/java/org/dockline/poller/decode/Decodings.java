package org.dockline.poller.decode;

import java.util.ArrayList;
import java.util.List;
import org.dockline.station.Decoding;
import org.dockline.station.Rejection;
import org.dockline.station.StationObservation;
import org.jspecify.annotations.Nullable;

/** Collects what becomes of the stations of one answer. */
public final class Decodings {

  private final List<StationObservation> stations = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private int impossibleTimes;

  /** Takes in one station. */
  public void add(Decoding<Mapped> decoding) {
    switch (decoding) {
      case Decoding.Decoded<Mapped>(Mapped mapped) -> {
        stations.add(mapped.station());
        impossibleTimes += mapped.impossibleTimes();
      }
      case Decoding.Rejected<Mapped>(Rejection rejection) -> reject(rejection);
    }
  }

  /** Takes in what is no station. */
  public void reject(Rejection rejection) {
    rejections.add(rejection);
  }

  /**
   * All of it.
   *
   * @param cut why the answer is not whole; null when it is
   */
  public DecodedStations result(@Nullable String cut) {
    return new DecodedStations(stations, rejections, cut, impossibleTimes);
  }
}
