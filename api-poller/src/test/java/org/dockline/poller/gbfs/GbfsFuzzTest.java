package org.dockline.poller.gbfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.dockline.poller.decode.AnswerText;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.decode.Naming;
import org.dockline.poller.decode.StationDecoder;
import org.dockline.poller.testing.Mutation;
import org.dockline.poller.testing.ObservationRules;
import org.dockline.station.Source;
import org.dockline.station.wire.RejectionJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever a GBFS provider may send: nothing but the files' own errors is thrown. */
class GbfsFuzzTest {

  private static final int ROUNDS = Boolean.getBoolean("dockline.long") ? 500_000 : 4_000;
  private static final Instant POLL = Instant.parse("2025-09-30T14:00:20Z");

  private int accepted;

  @Test
  void mutatedFilesBecomeStationsAndRejections() {
    String information =
        GbfsFiles.file3(
            60, GbfsFiles.INFORMATION_7_OF_3, GbfsFiles.INFORMATION_7.replace("7", "8"));
    String status =
        GbfsFiles.file3(10, GbfsFiles.STATUS_7_OF_3, GbfsFiles.STATUS_7.replace("\"7\"", "\"8\""));
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      int which = random.nextInt(4);
      GbfsDocument places = read(information, "stations", which == 0 ? random : null);
      GbfsDocument now = read(status, "stations", which == 1 || which == 2 ? random : null);
      GbfsDocument types = read(GbfsFiles.TYPES3, "vehicle_types", which == 3 ? random : null);
      if (places != null && now != null && types != null) {
        check(places, now, types);
      }
      discover(read(GbfsFiles.discovery3("http://127.0.0.1/"), "feeds", random));
    }
    assertThat(accepted).isGreaterThan(ROUNDS);
  }

  private void check(GbfsDocument places, GbfsDocument now, GbfsDocument types) {
    StationDecoder decoder =
        new StationDecoder(POLL, Source.GBFS_3, new Naming("lyon", "", "station_id"));
    DecodedStations read =
        new StationJoin(
                decoder,
                "lyon",
                InformationFile.read(places, decoder),
                VehicleTypes.read(types, decoder))
            .with(now);
    read.stations().forEach(ObservationRules::check);
    read.rejections()
        .forEach(r -> assertThat(RejectionJson.decode(RejectionJson.encode(r))).contains(r));
    accepted += read.stations().size();
  }

  private static void discover(@Nullable GbfsDocument file) {
    try {
      if (file != null) {
        assertThat(Discovery.of(file).status()).isNotNull();
      }
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static @Nullable GbfsDocument read(String file, String array, @Nullable Random random) {
    byte[] whole = file.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = random == null ? whole : Mutation.of(whole, random);
    AnswerText text = AnswerText.of(ByteBuffer.wrap(bytes), StandardCharsets.UTF_8);
    try {
      return GbfsDocumentReader.read(text, array, POLL);
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
      return null;
    }
  }
}
