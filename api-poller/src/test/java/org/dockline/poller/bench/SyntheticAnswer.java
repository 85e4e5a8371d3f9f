package org.dockline.poller.bench;

import java.util.SplittableRandom;

/**
 * Answers of {@code /vls/v1/stations} of any size. From one poll to the next a share of the
 * stations reports anew.
 */
final class SyntheticAnswer {

  private static final int CAPACITY = 20;

  private final String contract;
  private final int[] bikes;
  private final long[] reported;
  private final SplittableRandom random = new SplittableRandom(1);

  SyntheticAnswer(String contract, int stations, long now) {
    this.contract = contract;
    this.bikes = new int[stations];
    this.reported = new long[stations];
    for (int i = 0; i < stations; i++) {
      report(i, now);
    }
  }

  /** Lets a share of the stations report anew. */
  void change(double share, long now) {
    for (int i = 0; i < bikes.length; i++) {
      if (random.nextDouble() < share) {
        report(i, now);
      }
    }
  }

  /** The answer as it is now. */
  String text() {
    StringBuilder json = new StringBuilder(bikes.length * 330);
    json.append('[');
    for (int i = 0; i < bikes.length; i++) {
      if (i > 0) {
        json.append(',');
      }
      station(json, i);
    }
    return json.append(']').toString();
  }

  private void report(int i, long now) {
    bikes[i] = random.nextInt(CAPACITY + 1);
    reported[i] = now - random.nextInt(10_000);
  }

  private void station(StringBuilder json, int i) {
    int number = i + 1;
    json.append("{\"number\":").append(number);
    json.append(",\"contract_name\":\"").append(contract);
    json.append("\",\"name\":\"").append(number).append(" - PLACE DE LA RÉPUBLIQUE ").append(i);
    json.append("\",\"address\":\"")
        .append(i)
        .append(" RUE DES CYCLISTES\",\"position\":{\"lat\":");
    json.append(45 + i % 1_000 / 10_000.0).append(",\"lng\":").append(4 + i % 777 / 10_000.0);
    json.append("},\"banking\":false,\"bonus\":false,\"bike_stands\":").append(CAPACITY);
    json.append(",\"available_bike_stands\":").append(CAPACITY - bikes[i]);
    json.append(",\"available_bikes\":").append(bikes[i]);
    json.append(",\"status\":\"OPEN\",\"last_update\":").append(reported[i]).append('}');
  }
}
