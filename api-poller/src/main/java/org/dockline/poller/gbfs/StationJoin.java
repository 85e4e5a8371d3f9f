package org.dockline.poller.gbfs;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.decode.Decodings;
import org.dockline.poller.decode.Elements;
import org.dockline.poller.decode.Extra;
import org.dockline.poller.decode.Mapped;
import org.dockline.poller.decode.StationDecoder;
import org.dockline.poller.polling.OneSided;
import org.dockline.station.Decoding;
import org.dockline.station.Rejection;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Counts;
import org.dockline.station.StationObservation.Flags;
import org.dockline.station.StationStatus;
import org.dockline.station.wire.FieldException;
import org.jspecify.annotations.Nullable;

/**
 * Joins {@code station_status} with {@code station_information}. A station that stands in one of
 * them only is one all the same: without information it has no name and place, without status
 * nothing is known of its bikes.
 */
final class StationJoin {

  private final StationDecoder decoder;
  private final String contract;
  private final InformationFile information;
  private final VehicleTypes types;
  private final Decodings all = new Decodings();
  private final Set<String> listed = new HashSet<>();

  private int withoutStatus;
  private int withoutInformation;

  /** A status that does not tell its station may be that of any station that has none. */
  private boolean unnamed;

  StationJoin(
      StationDecoder decoder, String contract, InformationFile information, VehicleTypes types) {
    this.decoder = decoder;
    this.contract = contract;
    this.information = information;
    this.types = types;
  }

  DecodedStations with(GbfsDocument status) {
    status
        .faults()
        .forEach(f -> all.reject(decoder.rejectedWhole("", String.valueOf(f.getMessage()))));
    information.rejections().forEach(r -> all.reject(r.receivedAgain(decoder.polledAt())));
    types.rejections().forEach(r -> all.reject(r.receivedAgain(decoder.polledAt())));
    Elements elements = status.arrays().getFirst();
    for (String raw : elements.texts()) {
      add(decoder.decode(raw, status.damaged(), text -> station(text, status.lastUpdated())));
    }
    elements.rest(decoder).ifPresent(all::reject);
    if (elements.reason() == null && !unnamed) {
      withoutStatus(status.lastUpdated());
    }
    return all.result(elements.reason() == null ? information.cut() : elements.reason());
  }

  /** How many stood in one of the files only. */
  OneSided oneSided() {
    return new OneSided(withoutStatus, withoutInformation);
  }

  private void add(Decoding<Mapped> decoding) {
    all.add(decoding);
    switch (decoding) {
      case Decoding.Decoded<Mapped>(Mapped mapped) -> {
        String id = mapped.station().key().stationId();
        listed.add(id);
        withoutInformation += information.stations().containsKey(id) ? 0 : 1;
      }
      case Decoding.Rejected<Mapped>(Rejection rejection) -> {
        listed.add(String.valueOf(rejection.stationId()));
        unnamed |= rejection.stationId() == null;
      }
    }
  }

  private Mapped station(String raw, @Nullable Instant updated) throws IOException {
    StationStatusFields status = StationStatusFields.of(raw, decoder.polledAt(), types.kinds());
    String id = status.id();
    if (information.rejects(id)) {
      throw new FieldException("station_id", id, "has no readable station_information");
    }
    StationInformation place = information.get(id);
    Extra extra = new Extra();
    extra.merge(place.extra(), "");
    extra.merge(status.extra(), "station_status.");
    return new Mapped(
        observation(
            id,
            place,
            status.counts(place.capacity()),
            status.status(),
            status.reported().time(),
            updated,
            extra.text()),
        status.reported().impossible() ? 1 : 0);
  }

  private void withoutStatus(@Nullable Instant updated) {
    information
        .stations()
        .forEach(
            (id, place) -> {
              if (!listed.contains(id)) {
                withoutStatus++;
                all.add(decoder.decode("", false, text -> unknown(id, place, updated)));
              }
            });
  }

  private Mapped unknown(String id, StationInformation place, @Nullable Instant updated) {
    Counts counts = new Counts(place.capacity(), null, null, null, null, null, null);
    return new Mapped(
        observation(id, place, counts, StationStatus.UNKNOWN, null, updated, place.extra().text()),
        0);
  }

  private StationObservation observation(
      String id,
      StationInformation place,
      Counts counts,
      StationStatus status,
      @Nullable Instant reportedAt,
      @Nullable Instant updated,
      @Nullable String extra) {
    return new StationObservation(
        new StationKey(contract, id),
        place.place(),
        counts,
        status,
        Flags.NONE,
        reportedAt,
        updated,
        decoder.polledAt(),
        decoder.source(),
        extra,
        true);
  }
}
