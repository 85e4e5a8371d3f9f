package org.dockline.poller.gbfs;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.dockline.poller.decode.Naming;
import org.dockline.poller.decode.StationDecoder;
import org.dockline.station.Source;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What changes seldom in a system: addresses, places, vehicle types; asked for when due. */
final class GbfsSystem {

  private static final Logger LOG = LoggerFactory.getLogger(GbfsSystem.class);

  /** Addresses, vehicle types and the system's own facts hardly change. */
  private static final Duration SELDOM = Duration.ofHours(1);

  private static final Duration PLACES_LEAST = Duration.ofMinutes(1);

  /** What is known already serves as long when its file does not come. */
  private static final Duration MEANWHILE = Duration.ofMinutes(1);

  private final String contract;
  private final HttpUrl address;
  private Held<Discovery> discovery = Held.nothing();
  private Held<InformationFile> places = Held.nothing();
  private Held<VehicleTypes> types = Held.nothing();
  private volatile Held<SystemInformation> information = Held.nothing();

  GbfsSystem(String contract, HttpUrl address) {
    this.contract = contract;
    this.address = address;
  }

  /** The version of the last discovery; a guess before the first. */
  Source source() {
    Discovery known = discovery.value();
    return known == null ? Source.GBFS_3 : known.version().source();
  }

  StationDecoder decoder(Instant polledAt) {
    return new StationDecoder(polledAt, source(), new Naming(contract, "", "station_id"));
  }

  SystemInformation information() {
    return Objects.requireNonNullElse(information.value(), SystemInformation.NONE);
  }

  /** Looks the addresses up again at the next poll: the provider has moved, not changed version. */
  void forgetAddresses() {
    discovery = discovery.expired();
  }

  Discovery addresses(GbfsCalls calls, Instant now) throws NoFileException {
    Discovery old = discovery.value();
    if (old != null && discovery.holdsAt(now)) {
      return old;
    }
    GbfsReply reply = calls.get("gbfs.json", address, "feeds", discovery.validators());
    if (old != null && !(reply instanceof GbfsReply.File)) {
      discovery = kept(discovery, reply, now);
      return old;
    }
    GbfsReply.File file = NoFileException.file(reply);
    Discovery found = newest(calls, discovered(file.document()));
    discovery = Held.from(now, found, file, SELDOM);
    return found;
  }

  InformationFile places(GbfsCalls calls, Discovery at, Instant now) throws NoFileException {
    InformationFile old = places.value();
    if (old != null && places.holdsAt(now)) {
      return old;
    }
    GbfsReply reply =
        calls.get("station_information", at.information(), "stations", places.validators());
    if (old != null && !(reply instanceof GbfsReply.File)) {
      // Places keep: the status is worth having with those of the last time.
      places = kept(places, reply, now);
      return old;
    }
    GbfsReply.File file = NoFileException.file(reply);
    InformationFile read = InformationFile.read(file.document(), decoder(now));
    if (read.cut() == null) {
      places = Held.from(now, read, file, PLACES_LEAST);
    }
    return read;
  }

  VehicleTypes types(GbfsCalls calls, Discovery at, Instant now) {
    StationDecoder decoder = new StationDecoder(now, source(), new Naming(contract, "", ""));
    types =
        seldom(
            types,
            now,
            at.vehicleTypes(),
            (url, known) -> calls.get("vehicle_types", url, "vehicle_types", known),
            file -> VehicleTypes.read(file, decoder),
            VehicleTypes.NONE);
    return Objects.requireNonNullElse(types.value(), VehicleTypes.NONE);
  }

  void renewInformation(GbfsCalls calls, Discovery at, Instant now) {
    SystemInformation before = information();
    information =
        seldom(
            information,
            now,
            at.system(),
            (url, known) -> calls.get("system_information", url, GbfsDocumentReader.DATA, known),
            SystemInformation::read,
            SystemInformation.NONE);
    SystemInformation system = information();
    if (!system.equals(before)) {
      LOG.info(
          "{}: '{}' in {}, data of {}",
          contract,
          system.name(),
          system.timezone(),
          system.attribution());
    }
  }

  private interface Call {
    GbfsReply get(HttpUrl url, Map<String, String> validators);
  }

  /** A file that a poll can do without. */
  private static <T> Held<T> seldom(
      Held<T> held,
      Instant now,
      @Nullable HttpUrl url,
      Call call,
      Function<GbfsDocument, T> read,
      T nothing) {
    if (url == null || held.holdsAt(now)) {
      return held;
    }
    GbfsReply reply = call.get(url, held.validators());
    if (reply instanceof GbfsReply.File file) {
      return Held.from(now, read.apply(file.document()), file, SELDOM);
    }
    return held.value() == null ? Held.makeshift(now, nothing, MEANWHILE) : kept(held, reply, now);
  }

  /** What is known goes on; a provider in trouble is left alone for a while. */
  private static <T> Held<T> kept(Held<T> held, GbfsReply reply, Instant now) {
    if (reply instanceof GbfsReply.Failure failure) {
      Duration asked = Objects.requireNonNullElse(failure.retryAfter(), MEANWHILE);
      return held.meanwhile(now, asked.compareTo(MEANWHILE) < 0 ? MEANWHILE : asked);
    }
    return held.again(now);
  }

  /** The newest version that is offered and can be read; the one at hand when that fails. */
  private static Discovery newest(GbfsCalls calls, Discovery found) {
    HttpUrl list = found.versions();
    if (list == null
        || !(calls.get("gbfs_versions", list, "versions", Map.of())
            instanceof GbfsReply.File versions)) {
      return found;
    }
    Optional<OfferedVersion> offer =
        OfferedVersion.newest(versions.document()).filter(found::isOlderThan);
    if (offer.isEmpty()
        || !(calls.get("gbfs.json", offer.get().discovery(), "feeds", Map.of())
            instanceof GbfsReply.File file)) {
      return found;
    }
    try {
      return Discovery.of(file.document());
    } catch (IOException e) {
      return found;
    }
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
