package org.dockline.poller.gbfs;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.dockline.poller.decode.Naming;
import org.dockline.poller.decode.StationDecoder;
import org.dockline.station.Source;

/** What changes seldom in a system: addresses, places, vehicle types; asked for when due. */
final class GbfsSystem {

  /** Addresses and vehicle types hardly change. */
  private static final Duration SELDOM = Duration.ofHours(1);

  private static final Duration PLACES_LEAST = Duration.ofMinutes(1);

  private final String contract;
  private final HttpUrl address;
  private Held<Discovery> discovery = Held.nothing();
  private Held<InformationFile> places = Held.nothing();
  private Held<VehicleTypes> types = Held.nothing();

  GbfsSystem(String contract, HttpUrl address) {
    this.contract = contract;
    this.address = address;
  }

  /** The version of the last discovery; a guess before the first. */
  Source source() {
    Discovery known = discovery.value();
    return known == null ? Source.GBFS_3 : known.source();
  }

  StationDecoder decoder(Instant polledAt) {
    return new StationDecoder(polledAt, source(), new Naming(contract, "", "station_id"));
  }

  /** Looks the addresses up again at the next poll: the provider has moved. */
  void forgetAddresses() {
    discovery = Held.nothing();
  }

  Discovery addresses(GbfsCalls calls, Instant now) throws NoFileException {
    if (!discovery.holdsAt(now)) {
      GbfsDocument file = NoFileException.file(calls.get("gbfs.json", address, "feeds", Map.of()));
      discovery = Held.from(now, discovered(file), file.ttl(), SELDOM);
    }
    return Objects.requireNonNull(discovery.value());
  }

  InformationFile places(GbfsCalls calls, Discovery at, Instant now) throws NoFileException {
    InformationFile old = places.value();
    if (old != null && places.holdsAt(now)) {
      return old;
    }
    GbfsReply reply = calls.get("station_information", at.information(), "stations", Map.of());
    if (reply instanceof GbfsReply.Failure && old != null) {
      // Places keep: the status is worth having with those of the last time.
      return old;
    }
    GbfsDocument file = NoFileException.file(reply);
    InformationFile read = InformationFile.read(file, decoder(now));
    if (read.cut() == null) {
      places = Held.from(now, read, file.ttl(), PLACES_LEAST);
    }
    return read;
  }

  VehicleTypes types(GbfsCalls calls, Discovery at, Instant now) {
    HttpUrl url = at.vehicleTypes();
    if (url != null && !types.holdsAt(now)) {
      types =
          calls.get("vehicle_types", url, "vehicle_types", Map.of())
                  instanceof GbfsReply.File(GbfsDocument file, Map<String, String> unused)
              ? Held.from(now, VehicleTypes.read(file, typeDecoder(now)), file.ttl(), SELDOM)
              : Held.from(now, known(), Duration.ZERO, PLACES_LEAST);
    }
    return known();
  }

  private VehicleTypes known() {
    VehicleTypes known = types.value();
    return known == null ? VehicleTypes.NONE : known;
  }

  private StationDecoder typeDecoder(Instant now) {
    return new StationDecoder(now, source(), new Naming(contract, "", ""));
  }

  private static Discovery discovered(GbfsDocument file) throws NoFileException {
    try {
      return Discovery.of(file);
    } catch (IOException e) {
      throw new NoFileException(
          new GbfsReply.Failure("gbfs.json: " + e.getMessage(), false, null, null));
    }
  }
}
