package org.dockline.station.rows;

/** The columns of an observation in {@code live/}, {@code recent/} and Spark rows, in order. */
public final class ObservationColumns {

  public static final String CONTRACT = "contract";
  public static final String STATION_ID = "station_id";
  public static final String NAME = "name";
  public static final String ADDRESS = "address";
  public static final String LATITUDE = "latitude";
  public static final String LONGITUDE = "longitude";
  public static final String CAPACITY = "capacity";
  public static final String BIKES = "bikes";
  public static final String DOCKS = "docks";
  public static final String MECHANICAL_BIKES = "mechanical_bikes";
  public static final String ELECTRICAL_BIKES = "electrical_bikes";
  public static final String BIKES_DISABLED = "bikes_disabled";
  public static final String DOCKS_DISABLED = "docks_disabled";
  public static final String STATUS = "status";
  public static final String BANKING = "banking";
  public static final String BONUS = "bonus";
  public static final String CONNECTED = "connected";
  public static final String OVERFLOW = "overflow";
  public static final String REPORTED_AT = "reported_at";
  public static final String FEED_UPDATED_AT = "feed_updated_at";
  public static final String OBSERVED_AT = "observed_at";
  public static final String POLLED_AT = "polled_at";
  public static final String SOURCE = "source";
  public static final String EXTRA = "extra";
  public static final String PRESENT = "present";

  private ObservationColumns() {}
}
