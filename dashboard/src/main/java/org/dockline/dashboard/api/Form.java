package org.dockline.dashboard.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The form that a caller wants an answer in. */
enum Form {
  /** One object. */
  JSON("application/json", "application/json"),
  /** The rows. */
  CSV("text/csv", "text/csv;charset=UTF-8");

  private final String type;
  private final String contentType;

  Form(String type, String contentType) {
    this.type = type;
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  Told to(OutputStream out) {
    return this == JSON ? new Json(out) : new Csv(out);
  }

  /** By {@code Accept}; JSON when the caller does not mind. */
  static Form of(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    if (accept == null || accept.isBlank()) {
      return JSON;
    }
    try {
      List<MediaType> wanted =
          MediaType.parseMediaTypes(accept).stream()
              .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
              .toList();
      for (MediaType one : wanted) {
        for (Form form : values()) {
          if (one.includes(MediaType.valueOf(form.type))) {
            return form;
          }
        }
      }
    } catch (InvalidMediaTypeException e) {
      throw ProblemException.misasked("Accept can't be read: " + e.getMessage());
    }
    throw ProblemException.of(
        406, "answers are application/json or text/csv, but Accept is " + accept);
  }
}
