package org.dockline.batch.load;

import org.dockline.batch.survey.SurveyedLog;
import org.dockline.station.ContractDay;

/** Compares a day that was just loaded with what the speed chain makes of it. */
@FunctionalInterface
public interface Reconciler {

  /** Compares nothing. */
  Reconciler NONE = (day, log) -> Reconciled.notCompared("nobody compares");

  /**
   * Compares; never fails.
   *
   * @param log the log that the day was loaded from
   */
  Reconciled compare(ContractDay day, SurveyedLog log);
}
