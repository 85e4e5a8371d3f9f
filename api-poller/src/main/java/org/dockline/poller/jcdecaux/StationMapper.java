package org.dockline.poller.jcdecaux;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;
import org.dockline.poller.decode.DecodedStations;
import org.dockline.poller.decode.Decodings;
import org.dockline.poller.decode.Elements;
import org.dockline.poller.decode.Json;
import org.dockline.poller.decode.Mapped;
import org.dockline.poller.decode.Naming;
import org.dockline.poller.decode.StationArray;
import org.dockline.poller.decode.StationDecoder;
import org.dockline.station.Decoding;
import org.dockline.station.Source;

/**
 * From an array of stations to the model, for one version of the API.
 *
 * @param source the version
 * @param contractField the field that names a station's contract
 * @param fields makes a reader of one station's fields, for the time of a poll
 */
record StationMapper(Source source, String contractField, Function<Instant, StationFields> fields) {

  static final StationMapper V1 =
      new StationMapper(Source.JCDECAUX_V1, V1StationFields.CONTRACT, V1StationFields::new);

  static final StationMapper V3 =
      new StationMapper(Source.JCDECAUX_V3, V3StationFields.CONTRACT, V3StationFields::new);

  /** What becomes of each text read in this version. */
  StationDecoder decoder(Instant polledAt) {
    return new StationDecoder(polledAt, source, new Naming(null, contractField, "number"));
  }

  /**
   * Reads every station; what can't be read is a rejection.
   *
   * @param damaged whether U+FFFD stands for bytes that are no text
   * @param known what the answer before held; takes in what this one holds
   */
  DecodedStations map(
      StationArray.Found answer, boolean damaged, Instant polledAt, KnownStations known) {
    StationDecoder decoder = decoder(polledAt);
    known.begin(polledAt);
    Decodings all = new Decodings();
    Elements elements = answer.elements();
    for (String raw : elements.texts()) {
      all.add(known.again(raw, damaged).orElseGet(() -> decode(decoder, raw, damaged, known)));
    }
    elements.rest(decoder).ifPresent(all::reject);
    if (!answer.rest().isEmpty()) {
      all.reject(decoder.rejectedWhole(answer.rest(), "text follows after the stations"));
    }
    return all.result(elements.reason());
  }

  private Decoding<Mapped> decode(
      StationDecoder decoder, String raw, boolean damaged, KnownStations known) {
    Decoding<Mapped> decoding =
        decoder.decode(raw, damaged, text -> station(text, decoder.polledAt()));
    known.keep(raw, decoding);
    return decoding;
  }

  private Mapped station(String raw, Instant polledAt) throws IOException {
    StationFields station = fields.apply(polledAt);
    Json.readObject(raw, station);
    return station.build();
  }
}
