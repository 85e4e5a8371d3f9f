package org.dockline.dashboard.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.ClientAbortException;
import org.dockline.warehouse.WarehouseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Problem details of RFC 9457, for whatever goes wrong in this package. */
@RestControllerAdvice(basePackageClasses = Problems.class)
public class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** One that was foreseen. */
  @ExceptionHandler
  void foreseen(ProblemException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Duration retryAfter = e.retryAfter();
    if (retryAfter != null) {
      response.setHeader("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
    write(request, response, e.status(), e.detail());
  }

  /** The warehouse is away, refuses, or takes too long. */
  @ExceptionHandler
  void warehouse(WarehouseException e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LOG.warn("{}: {}", request.getRequestURI(), e.getMessage());
    response.setHeader("Retry-After", "30");
    write(request, response, 503, "the warehouse can't answer now; live data can be had");
  }

  /** The caller has gone; nobody waits for an answer. */
  @ExceptionHandler({ClientAbortException.class, AsyncRequestNotUsableException.class})
  void gone(IOException e) {
    LOG.debug("A caller left: {}", e.getMessage());
  }

  /** A fault of ours; nothing of it is shown. */
  @ExceptionHandler
  void unforeseen(Exception e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LOG.error("{} failed", request.getRequestURI(), e);
    write(request, response, 500, "this should not have happened and is in the log");
  }

  static void write(
      HttpServletRequest request, HttpServletResponse response, int status, String detail)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/problem+json");
    HttpStatus known = HttpStatus.resolve(status);
    try (Json json = new Json(response.getOutputStream())) {
      json.fact("type", "about:blank");
      json.fact("title", known == null ? "Problem" : known.getReasonPhrase());
      json.fact("status", status);
      json.fact("detail", detail);
      json.fact("instance", request.getRequestURI());
    }
  }
}
