package org.dockline.poller.simulator.world;

/**
 * What does not change in a simulated station.
 *
 * @param contract canonical name of its contract
 * @param number its id inside the contract
 * @param name verbatim, odd as it may be
 * @param address verbatim; may be empty
 * @param latitude degrees north
 * @param longitude degrees east
 * @param capacity docks in all
 * @param banking has a card terminal
 * @param bonus gives extra time for a return
 */
public record StationFacts(
    String contract,
    int number,
    String name,
    String address,
    double latitude,
    double longitude,
    int capacity,
    boolean banking,
    boolean bonus) {}
