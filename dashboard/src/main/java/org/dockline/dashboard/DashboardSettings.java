package org.dockline.dashboard;

import java.time.ZoneId;
import java.util.Map;
import org.dockline.dashboard.api.ApiSettings;
import org.dockline.dashboard.login.LoginSettings;
import org.dockline.dashboard.web.MapTiles;
import org.dockline.station.files.SnapshotLocation;
import org.dockline.station.settings.Secret;
import org.dockline.station.settings.Settings;
import org.dockline.warehouse.jdbc.WarehouseLogin;
import org.jspecify.annotations.Nullable;

/**
 * What the operator decides.
 *
 * @param snapshots the folder that the stream writes
 * @param warehouse where the warehouse is and who reads it; null to show live data alone
 * @param address on which address of this machine the pages are served
 * @param port on which port
 * @param contractZones zones of contracts that are not in the built-in table
 * @param api what programs are served
 * @param tiles pictures over the base map
 * @param login who may see it
 */
public record DashboardSettings(
    SnapshotLocation snapshots,
    @Nullable WarehouseLogin warehouse,
    String address,
    int port,
    Map<String, ZoneId> contractZones,
    ApiSettings api,
    MapTiles tiles,
    LoginSettings login) {

  /** What {@code --help} prints. */
  public static final String USAGE =
      """
      Serves Dockline's pages. Settings, from the environment:
        DASHBOARD_PORT             port of the pages (8501)
        DASHBOARD_ADDRESS          the address that it listens on; 0.0.0.0: all there are (127.0.0.1)
        SNAPSHOT_DIR               folder that the stream writes, a path or an address of a file system
                                   of Hadoop such as hdfs://host/folder (.dockline/snapshots)
        HADOOP_CONF_DIR            folder with core-site.xml and hdfs-site.xml for such an address
        WAREHOUSE_URL              JDBC address of the warehouse (the embedded one)
        WAREHOUSE_READER_USER      who reads it (dockline_reader)
        WAREHOUSE_READER_PASSWORD  that user's password, or ..._FILE; without it WAREHOUSE_USER and
                                   WAREHOUSE_PASSWORD are used, and without these live data alone
        API_RATE_LIMIT             requests that one address may send in a minute (600); 0: any number
        PUBLIC_URL                 where the dashboard is reached from outside (as each caller sees it)
        GBFS_CONTACT_EMAIL         whom readers of the GBFS served here may write to
        MAP_TILES_URL              a tile server whose pictures lie over the base map that is included:
                                   https://tiles.example.org/{z}/{x}/{y}.png (none)
        MAP_TILES_ATTRIBUTION      whom its owner asks to name
        LOGIN                      off; form: with names and passwords; oidc: at an OpenID Connect provider (off)
        LOGIN_PASSWORD_FILE        lines name:hash as htpasswd -B writes them; with oidc it serves programs
        OIDC_ISSUER                address of the provider
        OIDC_CLIENT_ID             as which it knows Dockline
        OIDC_CLIENT_SECRET         what proves it, or ..._FILE
        CONTRACT_ZONES             zones of contracts not known by name: contract=Area/City,...
      """;

  /** Copies the map. */
  public DashboardSettings {
    contractZones = Map.copyOf(contractZones);
  }

  /**
   * Reads and checks everything.
   *
   * @param environment usually {@code System.getenv()}
   * @throws org.dockline.station.settings.InvalidSettingsException naming all that is wrong
   */
  public static DashboardSettings from(Map<String, String> environment) {
    Settings settings = Settings.of(environment);
    DashboardSettings read =
        new DashboardSettings(
            SnapshotLocation.from(settings),
            warehouse(settings),
            settings.text("DASHBOARD_ADDRESS", "127.0.0.1"),
            settings.number("DASHBOARD_PORT", 8501, 1, 65_535),
            settings.zones("CONTRACT_ZONES"),
            api(settings),
            MapTiles.from(settings),
            LoginSettings.from(settings));
    settings.check();
    return read;
  }

  private static ApiSettings api(Settings settings) {
    String publicUrl = settings.text("PUBLIC_URL", "");
    return new ApiSettings(
        settings.number("API_RATE_LIMIT", 600, 0, 1_000_000),
        publicUrl.isEmpty()
            ? null
            : settings.http("PUBLIC_URL", "").toString().replaceAll("/+$", ""),
        settings.text("GBFS_CONTACT_EMAIL", "nobody@example.org"));
  }

  private static @Nullable WarehouseLogin warehouse(Settings settings) {
    Secret reader = settings.findSecret("WAREHOUSE_READER_PASSWORD");
    if (reader != null) {
      return WarehouseLogin.reader(settings);
    }
    return settings.findSecret("WAREHOUSE_PASSWORD") == null
        ? null
        : WarehouseLogin.writer(settings);
  }
}
