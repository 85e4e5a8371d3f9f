package org.dockline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Secrets that a run is given, to see that it tells them to nobody. */
final class PlantedSecrets {

  static final String API_KEY = "planted-4f1c9e-key";
  static final List<String> ALL = List.of(API_KEY, EmbeddedUrl.PASSWORD);

  private PlantedSecrets() {}

  /** Looks through every log that services left in a folder. */
  static void assertAbsentFromLogs(Path folder, int services) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> logs = files.filter(file -> file.toString().endsWith(".log")).toList();
      assertThat(logs).hasSizeGreaterThanOrEqualTo(services);
      for (Path log : logs) {
        assertAbsent(log.getFileName().toString(), Files.readString(log));
      }
    }
  }

  /** Looks through what is answered at an address, whatever its status is. */
  static void assertAbsentAt(HttpClient http, String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.body()).as(url).isNotBlank();
    assertAbsent(url, response.body() + response.headers());
  }

  private static void assertAbsent(String where, String text) {
    for (String secret : ALL) {
      assertThat(text.contains(secret)).as("%s tells the secret %s", where, secret).isFalse();
    }
  }
}
