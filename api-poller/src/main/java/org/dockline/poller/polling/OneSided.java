package org.dockline.poller.polling;

/**
 * Stations that stand in one of two files only.
 *
 * @param withoutStatus they have a place, but nothing is said of their bikes
 * @param withoutInformation they have bikes, but no name and place
 */
public record OneSided(int withoutStatus, int withoutInformation) {

  /** None, as always where there is one file. */
  public static final OneSided NONE = new OneSided(0, 0);
}
