package org.dockline.batch.verify;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import org.dockline.batch.load.LoadRequest;
import org.dockline.batch.load.LogUnavailableException;
import org.dockline.batch.log.LogPart;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.files.SnapshotFolder;
import org.dockline.warehouse.LoadedDay;
import org.dockline.warehouse.Warehouse;

/**
 * The places that should hold the same.
 *
 * @param archive the master dataset
 * @param topic what Kafka holds
 * @param topicName what the topic of observations is called
 * @param snapshots the folder that the speed chain writes
 * @param warehouse what is loaded
 * @param observationDays local days of each contract whose observations the warehouse keeps
 */
public record VerifiedPlaces(
    LogPart archive,
    LogPart topic,
    String topicName,
    SnapshotFolder snapshots,
    Warehouse warehouse,
    int observationDays) {

  /**
   * Compares them and prints a table.
   *
   * @param request which days; without dates, all that any place holds
   * @param catalogue the contracts whose zones are known
   * @param clock tells the end of what is not there yet
   * @return how many contract-days are not right
   * @throws LogUnavailableException when archive or topic can't be read
   * @throws java.io.UncheckedIOException when the snapshots can't be read
   */
  public long verify(
      LoadRequest request, ContractCatalogue catalogue, Clock clock, PrintStream out) {
    // In this order: each then holds all that the ones before it were made of.
    List<LoadedDay> loaded = warehouse.listLoadedDays();
    RecentPlace recent = new RecentPlace(snapshots, topicName);
    LogView log = new LogView(archive, topic, loaded, catalogue, clock);
    VerdictTable table = new VerdictTable(out);
    new Comparison(log, recent, warehouse, loaded, observationDays).run(request, table::print);
    return table.end();
  }
}
