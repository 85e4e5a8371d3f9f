package org.dockline.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Polls of the v1 protocol as they were answered, all times shifted by one constant.
 *
 * @param polls in order
 */
record Recording(List<Poll> polls) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One poll.
   *
   * @param polledAt when it was asked, shifted
   * @param stations the raw v1 array, its {@code last_update} shifted
   */
  record Poll(Instant polledAt, JsonNode stations) {

    byte[] body() {
      return stations.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Reads {@code {"polled_at","stations"}} lines, gzip or plain. */
  static Recording read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Recording read(InputStream in) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new Recording(lines.lines().map(Recording::poll).toList());
    }
  }

  /**
   * The same recording on the last local day that is over and settled, at the same time of day in
   * UTC.
   */
  Recording shiftedToLastCompleteDay(Instant now, ZoneId zone) {
    Instant last = polls.getLast().polledAt();
    Duration shift = Duration.ofDays(Duration.between(last, now).toDays());
    while (endOfLocalDay(last.plus(shift), zone).plus(Duration.ofMinutes(16)).isAfter(now)) {
      shift = shift.minusDays(1);
    }
    Duration constant = shift;
    return new Recording(polls.stream().map(p -> shifted(p, constant)).toList());
  }

  private static Instant endOfLocalDay(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  private static Poll shifted(Poll poll, Duration by) {
    JsonNode stations = poll.stations().deepCopy();
    for (JsonNode station : stations) {
      JsonNode lastUpdate = station.get("last_update");
      if (lastUpdate.isNumber()) {
        ((ObjectNode) station).put("last_update", lastUpdate.asLong() + by.toMillis());
      }
    }
    return new Poll(poll.polledAt().plus(by), stations);
  }

  private static Poll poll(String line) {
    try {
      JsonNode poll = JSON.readTree(line);
      return new Poll(Instant.parse(poll.get("polled_at").asText()), poll.get("stations"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
