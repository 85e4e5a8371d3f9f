package org.dockline.poller.contracts;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.iakovlev.timeshape.TimeZoneEngine;
import net.iakovlev.timeshape.proto.Geojson;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The map of the world's time zones that comes with Timeshape. The whole map in memory would take
 * more than the poller has, so each question reads through it once and keeps only the zones around
 * the place: seconds of CPU, and nothing of it stays.
 */
public final class TimeZoneMap implements ZoneFinder {

  private static final String MAP = "/data.tar.zstd";

  @Override
  public Optional<ZoneId> find(double latitude, double longitude) throws IOException {
    byte[] near = zonesNear((float) latitude, (float) longitude);
    try (TarArchiveInputStream zones = new TarArchiveInputStream(new ByteArrayInputStream(near))) {
      return TimeZoneEngine.initialize(-90, -180, 90, 180, false, zones)
          .query(latitude, longitude)
          .filter(TimeZoneMap::isOfCountry);
    }
  }

  /** At sea the zones follow the meridians alone. */
  private static boolean isOfCountry(ZoneId zone) {
    return !zone.getId().startsWith("Etc/");
  }

  /** The entries of the map, as they are, that may hold the place. */
  private static byte[] zonesNear(float latitude, float longitude) throws IOException {
    ByteArrayOutputStream near = new ByteArrayOutputStream();
    try (TarArchiveInputStream all = open();
        TarArchiveOutputStream kept = new TarArchiveOutputStream(near)) {
      TarArchiveEntry entry = all.getNextEntry();
      while (entry != null) {
        byte[] zone = all.readAllBytes();
        if (mayHold(Geojson.Feature.parseFrom(zone), latitude, longitude)) {
          kept.putArchiveEntry(entry);
          kept.write(zone);
          kept.closeArchiveEntry();
        }
        entry = all.getNextEntry();
      }
    }
    return near.toByteArray();
  }

  private static TarArchiveInputStream open() throws IOException {
    InputStream packed = TimeZoneEngine.class.getResourceAsStream(MAP);
    if (packed == null) {
      throw new FileNotFoundException("the map of time zones is not on the class path: " + MAP);
    }
    return new TarArchiveInputStream(new ZstdInputStream(new BufferedInputStream(packed)));
  }

  private static boolean mayHold(Geojson.Feature zone, float latitude, float longitude) {
    Geojson.Geometry shape = zone.getGeometry();
    return shape.hasPolygon()
        ? mayHold(shape.getPolygon(), latitude, longitude)
        : shape.getMultiPolygon().getCoordinatesList().stream()
            .anyMatch(part -> mayHold(part, latitude, longitude));
  }

  /** Whether the place lies in the rectangle around the outline. */
  private static boolean mayHold(Geojson.Polygon part, float latitude, float longitude) {
    List<Geojson.Position> outline = part.getCoordinates(0).getCoordinatesList();
    boolean north = false;
    boolean south = false;
    boolean east = false;
    boolean west = false;
    for (Geojson.Position corner : outline) {
      north |= corner.getLat() >= latitude;
      south |= corner.getLat() <= latitude;
      east |= corner.getLon() >= longitude;
      west |= corner.getLon() <= longitude;
    }
    return north && south && east && west;
  }
}
