package org.dockline.batch.schedule;

import java.time.Instant;

/** Hears of the runs of jobs. */
public interface JobFollower {

  /** A run begins. */
  void begin(String job, Instant at);

  /** A run is over, and the schedule has noted it. */
  void end(JobEnd end);
}
