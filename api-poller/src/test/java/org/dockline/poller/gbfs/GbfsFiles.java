package org.dockline.poller.gbfs;

/** Small GBFS files for tests, of 2.3 and of 3.0. */
final class GbfsFiles {

  private GbfsFiles() {}

  static String discovery2(String base) {
    return """
        {"last_updated":1759240800,"ttl":300,"version":"2.3","data":{
         "fr":{"feeds":[{"name":"system_information","url":"%1$sfr/system.json"}]},
         "en":{"feeds":[{"name":"station_information","url":"%1$sinformation.json"},
                        {"name":"station_status","url":"%1$sstatus.json"},
                        {"name":"station_status","url":"%1$ssecond.json"}]}}}"""
        .formatted(base);
  }

  static String discovery3(String base) {
    return """
        {"last_updated":"2025-09-30T14:00:00Z","ttl":300,"version":"3.0","data":{"feeds":[
         {"name":"station_information","url":"%1$sinformation.json"},
         {"name":"vehicle_types","url":"%1$stypes.json"},
         {"name":"station_status","url":"%1$sstatus.json"}]}}"""
        .formatted(base);
  }

  static String information2(String... stations) {
    return file("1759240800", 60, "2.3", stations);
  }

  static String status2(String... stations) {
    return file("1759240800", 10, "2.3", stations);
  }

  static String file3(int ttl, String... stations) {
    return file("\"2025-09-30T14:00:00Z\"", ttl, "3.0", stations);
  }

  static String versions(String... entries) {
    return "{\"last_updated\":1759240800,\"ttl\":0,\"version\":\"2.3\",\"data\":{\"versions\":[%s]}}"
        .formatted(String.join(",", entries));
  }

  private static String file(String updated, int ttl, String version, String... stations) {
    return "{\"last_updated\":%s,\"ttl\":%d,\"version\":\"%s\",\"data\":{\"stations\":[%s]}}"
        .formatted(updated, ttl, version, String.join(",", stations));
  }

  static final String TYPES3 =
      """
      {"last_updated":"2025-09-30T14:00:00Z","ttl":3600,"version":"3.0","data":{"vehicle_types":[
       {"vehicle_type_id":"bike","form_factor":"bicycle","propulsion_type":"human"},
       {"vehicle_type_id":"ebike","form_factor":"bicycle","propulsion_type":"electric_assist"},
       {"vehicle_type_id":"car","form_factor":"car","propulsion_type":"electric"}]}}""";

  static final String INFORMATION_7 =
      """
      {"station_id":"7","name":"7 - BELLECOUR","address":"Place Bellecour","lat":45.7578,\
      "lon":4.832,"capacity":20,"is_virtual_station":false}""";

  static final String STATUS_7 =
      """
      {"station_id":"7","num_bikes_available":8,"num_bikes_disabled":1,"num_docks_available":11,\
      "num_docks_disabled":0,"is_installed":1,"is_renting":1,"is_returning":1,\
      "last_reported":1759240790,"kiosk":"yes"}""";

  static final String INFORMATION_7_OF_3 =
      """
      {"station_id":"7","name":[{"text":"BELLECOUR","language":"fr"},\
      {"text":"BELLECOUR SQ","language":"en"}],"lat":45.7578,"lon":4.832,"capacity":20}""";

  static final String STATUS_7_OF_3 =
      """
      {"station_id":"7","num_vehicles_available":8,"num_vehicles_disabled":1,\
      "num_docks_available":11,"is_installed":true,"is_renting":true,"is_returning":true,\
      "last_reported":"2025-09-30T15:59:50+02:00","vehicle_types_available":[\
      {"vehicle_type_id":"bike","count":5},{"vehicle_type_id":"ebike","count":3}]}""";
}
