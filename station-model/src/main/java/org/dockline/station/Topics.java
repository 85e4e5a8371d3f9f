package org.dockline.station;

/** The default names of the Kafka topics and of what every record carries. */
public final class Topics {

  /** One {@link StationObservation} per change of a station. Name settable: STATIONS_TOPIC. */
  public static final String STATIONS = "stations_topic";

  /** One {@link PollReport} per call of a provider. */
  public static final String POLLS = "polls_topic";

  /** One {@link Rejection} per thing that could not be understood. */
  public static final String REJECTED = "rejected_topic";

  /** Record header that names the version of the value's shape. */
  public static final String SCHEMA_HEADER = "schema";

  /** The only version there is so far. */
  public static final String SCHEMA_VERSION = "1";

  private Topics() {}
}
