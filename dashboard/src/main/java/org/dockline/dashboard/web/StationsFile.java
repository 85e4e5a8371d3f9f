package org.dockline.dashboard.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.dockline.dashboard.push.MarksJson;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.push.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * All stations for the map, as one packed file: made once for each moment, however many pages ask
 * for it.
 */
@RestController
public class StationsFile {

  private record Packed(long version, ByteArrayResource bytes) {}

  private final Moments moments;
  private volatile @Nullable Packed packed;

  /** Serves what these hold. */
  public StationsFile(Moments moments) {
    this.moments = moments;
  }

  /** 204 before the first snapshot. */
  @GetMapping("/live/stations.json")
  public ResponseEntity<ByteArrayResource> stations() {
    return moments
        .current()
        .map(this::answer)
        .orElseGet(() -> ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build());
  }

  private ResponseEntity<ByteArrayResource> answer(Moment moment) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header("Content-Encoding", "gzip")
        .cacheControl(CacheControl.noStore())
        .body(packed(moment));
  }

  private ByteArrayResource packed(Moment moment) {
    Packed known = packed;
    if (known == null || known.version() != moment.version()) {
      known = new Packed(moment.version(), new ByteArrayResource(gzip(MarksJson.all(moment))));
      packed = known;
    }
    return known.bytes();
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Text in memory could not be packed", e);
    }
    return bytes.toByteArray();
  }
}
