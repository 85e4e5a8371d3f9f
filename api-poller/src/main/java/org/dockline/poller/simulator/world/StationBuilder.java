package org.dockline.poller.simulator.world;

/** Makes the stations of one city from their sites. */
final class StationBuilder {

  private final City city;
  private final StreetNames streets;
  private final NameSupply names;
  private final LocalClock clock;
  private final Lots<Condition> conditions;
  private final Lots<Oddity> oddities;

  StationBuilder(long citySeed, City city, Lots<Condition> conditions, Lots<Oddity> oddities) {
    this.city = city;
    this.streets = StreetNames.read(city.streets());
    this.names = new NameSupply(citySeed, streets);
    this.clock = new LocalClock(city.contract().zone());
    this.conditions = conditions;
    this.oddities = oddities;
  }

  /** The station at that site; sites must come in order of their numbers. */
  SimulatedStation build(Site site) {
    District district = District.thrown(site.seed(), site.distance());
    Oddity oddity = oddities.find(site).orElse(Oddity.NONE);
    String name = city.style().write(site.number(), names.next(district));
    String address = streets.address(site.seed());
    StationFacts facts =
        new StationFacts(
            city.contract().name(),
            site.number(),
            oddName(oddity, name),
            oddAddress(oddity, address),
            site.latitude(),
            site.longitude(),
            capacity(site, district),
            Dice.below(site.seed(), "banking", 10) < 3,
            Dice.below(site.seed(), "bonus", 10) < 1);
    Condition condition = conditions.find(site).orElse(Condition.HEALTHY);
    return station(site, facts, condition, oddity, district);
  }

  /** The station in the operator's workshop, which stands in the feed among the others. */
  SimulatedStation buildTestStation(Site site) {
    StationFacts facts =
        new StationFacts(
            city.contract().name(),
            site.number(),
            city.style().write(site.number(), "BORNE DE TEST"),
            "",
            site.latitude(),
            site.longitude(),
            2,
            false,
            false);
    return station(site, facts, Condition.HEALTHY, Oddity.BLANK_ADDRESS, District.RESIDENTIAL);
  }

  private SimulatedStation station(
      Site site, StationFacts facts, Condition condition, Oddity oddity, District district) {
    double electric = city.electricShare() * Dice.between(site.seed(), "electric", 0.6, 1.4);
    return new SimulatedStation(
        site.seed(),
        facts,
        district,
        condition,
        oddity,
        new BikeRhythm(site.seed(), district, clock),
        Math.clamp(electric, 0, 1));
  }

  private static int capacity(Site site, District district) {
    int docks = 10 + (int) (21 * Math.pow(Dice.between(site.seed(), "capacity", 0, 1), 1.6));
    return district == District.RAILWAY ? docks + 10 : docks;
  }

  private static String oddName(Oddity oddity, String name) {
    if (oddity != Oddity.STRAY_SPACES_IN_NAME) {
      return name;
    }
    int space = name.indexOf(' ');
    return space < 0 ? name + ' ' : name.substring(0, space) + ' ' + name.substring(space);
  }

  private static String oddAddress(Oddity oddity, String address) {
    return switch (oddity) {
      case BLANK_ADDRESS -> "";
      case NEWLINE_IN_ADDRESS -> address + "\n" + address;
      case QUOTES_IN_ADDRESS -> '"' + address + '"';
      case NONE, STRAY_SPACES_IN_NAME, BIKE_KINDS_DO_NOT_ADD_UP, MORE_THAN_CAPACITY, BROKEN_DOCKS ->
          address;
    };
  }
}
