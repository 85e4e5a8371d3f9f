package org.dockline.poller.contracts;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.dockline.station.Contract;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.PollReport;
import org.dockline.station.StationObservation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is found out about contracts that neither the built-in table nor a setting knows. Where the
 * stations stand decides over the time zone, and the zone over the country; what the system says of
 * itself serves where the map has no answer. Without either there is no zone: it is said, and never
 * guessed.
 */
public final class LearnedContracts {

  private static final Logger LOG = LoggerFactory.getLogger(LearnedContracts.class);

  /** How often it is tried again for a contract that nothing could be found out about. */
  static final Duration AGAIN = Duration.ofHours(1);

  private final ContractCatalogue known;
  private final ZoneFinder map;
  private final Executor background;
  private final Map<String, Contract> learned = new ConcurrentHashMap<>();
  private final Map<String, Instant> tried = new ConcurrentHashMap<>();

  /**
   * Knows nothing yet.
   *
   * @param known contracts that need no finding out
   * @param background where the map is read, one contract after the other: polls do not wait
   */
  public LearnedContracts(ContractCatalogue known, ZoneFinder map, Executor background) {
    this.known = known;
    this.map = map;
    this.background = background;
  }

  /** Looks for contracts that are new. */
  public void saw(List<StationObservation> stations, Declared declared, Instant polledAt) {
    stations.stream()
        .filter(o -> isNew(o.key().contract(), polledAt))
        .collect(Collectors.groupingBy(o -> o.key().contract()))
        .forEach(
            (contract, own) -> {
              tried.put(contract, polledAt);
              Optional<Centre> centre = Centre.of(own);
              background.execute(() -> findOut(contract, centre, declared));
            });
  }

  /** What was found out about that contract, or about all by {@code *}. */
  public List<Contract> of(String scope) {
    Collection<Contract> all = learned.values();
    return scope.equals(PollReport.ALL)
        ? List.copyOf(all)
        : all.stream().filter(c -> c.name().equals(scope)).toList();
  }

  private boolean isNew(String contract, Instant now) {
    Instant last = tried.get(contract);
    return known.find(contract).isEmpty()
        && !learned.containsKey(contract)
        && (last == null || !now.isBefore(last.plus(AGAIN)));
  }

  private void findOut(String contract, Optional<Centre> centre, Declared declared) {
    Optional<ZoneId> stands = centre.flatMap(c -> onTheMap(contract, c));
    ZoneId said = declared.zone();
    if (stands.isPresent() && said != null && !stands.get().getRules().equals(said.getRules())) {
      LOG.warn(
          "Contract {} says it is in {}, but its stations stand in {}, which is taken",
          contract,
          said,
          stands.get());
    }
    stands
        .or(() -> Optional.ofNullable(said))
        .ifPresentOrElse(
            zone -> learn(contract, zone, centre, declared), () -> sayUnknown(contract));
  }

  private void learn(String contract, ZoneId zone, Optional<Centre> centre, Declared declared) {
    String country = ZoneCountry.find(zone).orElse(null);
    LOG.info("Contract {} is new; its days are counted in {} ({})", contract, zone, country);
    learned.put(
        contract,
        new Contract(
            contract,
            declared.name(),
            country,
            country == null ? null : Contract.countryName(country),
            zone,
            centre.map(Centre::latitude).orElse(null),
            centre.map(Centre::longitude).orElse(null)));
  }

  private static void sayUnknown(String contract) {
    LOG.warn(
        "Contract {} is in no time zone that could be found out: set CONTRACT_ZONES={}=Area/City;"
            + " until then none of its days is loaded",
        contract,
        contract);
  }

  private Optional<ZoneId> onTheMap(String contract, Centre centre) {
    try {
      return map.find(centre.latitude(), centre.longitude());
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      LOG.warn("The map of time zones could not be read for contract {}", contract, e);
      return Optional.empty();
    }
  }
}
