package org.dockline.poller.kafka;

import java.io.Serial;
import java.util.List;
import org.dockline.station.service.MisuseException;

/** Existing topics are not as they must be; the message names each setting and how to mend it. */
public final class TopicContradictionException extends MisuseException {

  @Serial private static final long serialVersionUID = 1L;

  TopicContradictionException(List<String> contradictions) {
    super("Topics to mend:\n  - " + String.join("\n  - ", contradictions));
  }
}
