package org.dockline.dashboard.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.zip.CRC32;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of all this, and an answer to whatever it does not describe. */
@RestController
public class OtherController {

  private final Document description = read();

  private static Document read() {
    try (InputStream in = OtherController.class.getResourceAsStream("/dockline/openapi.json")) {
      byte[] bytes = Objects.requireNonNull(in, "openapi.json is in the jar").readAllBytes();
      CRC32 sum = new CRC32();
      sum.update(bytes);
      return Document.of("application/json", Long.toHexString(sum.getValue()), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** OpenAPI 3.1. */
  @GetMapping("/openapi.json")
  public void openapi(HttpServletRequest request, HttpServletResponse response) throws IOException {
    description.send(request, response, Duration.ofMinutes(5));
  }

  /** Nothing is here, or only to be read. */
  @RequestMapping({"/api/**", "/gbfs/**"})
  public void nothing(HttpServletRequest request, HttpServletResponse response) {
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      response.setHeader("Allow", "GET, HEAD");
      throw ProblemException.of(405, "this can only be read, with GET or HEAD");
    }
    throw ProblemException.absent("nothing is here; /openapi.json describes what there is");
  }
}
