package org.dockline.poller.simulator.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one JSON document; as often as asked, always the same. */
public interface JsonBody {

  /** UTF-8, without white space; leaves streams open that it is given. */
  JsonFactory FACTORY = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  /** Writes the document. */
  void write(JsonGenerator json) throws IOException;

  /** Writes the document as UTF-8 text; does not close the stream. */
  default void writeTo(OutputStream out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      write(json);
    }
  }

  /** The object that JCDecaux answers in place of what was asked for. */
  static JsonBody error(String message) {
    return json -> {
      json.writeStartObject();
      json.writeStringField("error", message);
      json.writeEndObject();
    };
  }
}
