package org.dockline.batch;

import java.time.LocalDate;
import org.dockline.batch.load.LoadRequest;
import org.dockline.station.ContractCatalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which days a command is for. */
final class DayOptions {

  @Option(names = "--day", paramLabel = "D", description = "One local day, for example 2026-03-29")
  private @Nullable LocalDate day;

  @Option(names = "--from", paramLabel = "D", description = "The first of several days")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "D", description = "The last of several days")
  private @Nullable LocalDate to;

  @Option(names = "--contract", paramLabel = "C", description = "One contract only")
  private @Nullable String contract;

  /**
   * What they ask for.
   *
   * @param again without days: every complete one, also those that are loaded
   * @throws ParameterException when they contradict each other
   */
  LoadRequest request(CommandLine command, boolean again) {
    LocalDate first = day == null ? from : day;
    LocalDate last = day == null ? to : day;
    if (day != null && (from != null || to != null)) {
      throw new ParameterException(command, "--day goes without --from and --to");
    }
    if ((first == null) != (last == null)) {
      throw new ParameterException(command, "--from and --to go together");
    }
    if (first != null && last != null && last.isBefore(first)) {
      throw new ParameterException(command, "--to is before --from");
    }
    return new LoadRequest(
        first == null || last == null ? null : new LoadRequest.Dates(first, last),
        contract == null ? null : ContractCatalogue.canonicalName(contract),
        again);
  }
}
