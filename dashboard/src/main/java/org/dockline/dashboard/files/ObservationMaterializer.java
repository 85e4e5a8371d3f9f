package org.dockline.dashboard.files;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.dockline.station.Source;
import org.dockline.station.StationKey;
import org.dockline.station.StationObservation;
import org.dockline.station.StationObservation.Counts;
import org.dockline.station.StationObservation.Flags;
import org.dockline.station.StationObservation.Place;
import org.dockline.station.StationStatus;
import org.dockline.station.rows.ObservationColumns;
import org.jspecify.annotations.Nullable;

/**
 * Makes observations of a file's columns, without a record of another kind in between. For one
 * reader at a time.
 */
final class ObservationMaterializer extends RecordMaterializer<StationObservation> {

  private final Cell.Text contract = new Cell.Text(ObservationColumns.CONTRACT);
  private final Cell.Text station = new Cell.Text(ObservationColumns.STATION_ID);
  private final Cell.Text name = new Cell.Text(ObservationColumns.NAME);
  private final Cell.Text address = new Cell.Text(ObservationColumns.ADDRESS);
  private final Cell.Degrees latitude = new Cell.Degrees(ObservationColumns.LATITUDE);
  private final Cell.Degrees longitude = new Cell.Degrees(ObservationColumns.LONGITUDE);
  private final Cell.Count capacity = new Cell.Count(ObservationColumns.CAPACITY);
  private final Cell.Count bikes = new Cell.Count(ObservationColumns.BIKES);
  private final Cell.Count docks = new Cell.Count(ObservationColumns.DOCKS);
  private final Cell.Count mechanical = new Cell.Count(ObservationColumns.MECHANICAL_BIKES);
  private final Cell.Count electrical = new Cell.Count(ObservationColumns.ELECTRICAL_BIKES);
  private final Cell.Count bikesDisabled = new Cell.Count(ObservationColumns.BIKES_DISABLED);
  private final Cell.Count docksDisabled = new Cell.Count(ObservationColumns.DOCKS_DISABLED);
  private final Cell.Text status = new Cell.Text(ObservationColumns.STATUS);
  private final Cell.Flag banking = new Cell.Flag(ObservationColumns.BANKING);
  private final Cell.Flag bonus = new Cell.Flag(ObservationColumns.BONUS);
  private final Cell.Flag connected = new Cell.Flag(ObservationColumns.CONNECTED);
  private final Cell.Flag overflow = new Cell.Flag(ObservationColumns.OVERFLOW);
  private final Cell.Time reportedAt = new Cell.Time(ObservationColumns.REPORTED_AT);
  private final Cell.Time feedUpdatedAt = new Cell.Time(ObservationColumns.FEED_UPDATED_AT);
  private final Cell.Time polledAt = new Cell.Time(ObservationColumns.POLLED_AT);
  private final Cell.Text source = new Cell.Text(ObservationColumns.SOURCE);
  private final Cell.Text extra = new Cell.Text(ObservationColumns.EXTRA);
  private final Cell.Flag present = new Cell.Flag(ObservationColumns.PRESENT);

  private final List<Cell<?>> cells =
      List.of(
          contract,
          station,
          name,
          address,
          latitude,
          longitude,
          capacity,
          bikes,
          docks,
          mechanical,
          electrical,
          bikesDisabled,
          docksDisabled,
          status,
          banking,
          bonus,
          connected,
          overflow,
          reportedAt,
          feedUpdatedAt,
          polledAt,
          source,
          extra,
          present);

  private final Map<String, Source> sources = new HashMap<>();

  /**
   * The columns to be read of a file, in the order in which they are taken here.
   *
   * @throws IllegalArgumentException when one lacks or is of another type, naming it
   */
  MessageType columnsOf(MessageType file) {
    return new MessageType(file.getName(), cells.stream().map(cell -> column(cell, file)).toList());
  }

  private static Type column(Cell<?> cell, MessageType file) {
    Type found = file.containsField(cell.column()) ? file.getType(cell.column()) : null;
    if (found == null
        || !found.isPrimitive()
        || found.asPrimitiveType().getPrimitiveTypeName() != cell.type()) {
      throw new IllegalArgumentException("its column '" + cell.column() + "' is: " + found);
    }
    return found;
  }

  @Override
  public GroupConverter getRootConverter() {
    return new GroupConverter() {
      @Override
      public Converter getConverter(int column) {
        return cells.get(column);
      }

      @Override
      public void start() {
        cells.forEach(Cell::clear);
      }

      @Override
      public void end() {
        // The row is taken by getCurrentRecord.
      }
    };
  }

  /**
   * The row at hand.
   *
   * @throws IllegalArgumentException when a value is none of ours, naming it
   */
  @Override
  public StationObservation getCurrentRecord() {
    return new StationObservation(
        new StationKey(contract.get(), station.get()),
        new Place(name.find(), address.find(), latitude.find(), longitude.find()),
        counts(),
        StationStatus.valueOf(status.get()),
        new Flags(banking.find(), bonus.find(), connected.find(), overflow.find()),
        instant(reportedAt.find()),
        instant(feedUpdatedAt.find()),
        Instant.ofEpochMilli(polledAt.get()),
        sources.computeIfAbsent(source.get(), ObservationMaterializer::source),
        extra.find(),
        present.get());
  }

  private static Source source(String text) {
    return Source.find(text)
        .orElseThrow(() -> new IllegalArgumentException("Unknown source '" + text + "'"));
  }

  private Counts counts() {
    return new Counts(
        capacity.find(),
        bikes.find(),
        docks.find(),
        mechanical.find(),
        electrical.find(),
        bikesDisabled.find(),
        docksDisabled.find());
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
