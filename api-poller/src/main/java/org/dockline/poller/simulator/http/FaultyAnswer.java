package org.dockline.poller.simulator.http;

import java.time.Duration;
import java.util.List;
import org.dockline.poller.simulator.fault.Fault;

/** Faults of how an answer is given, whatever it says. */
final class FaultyAnswer {

  /** Longer than anybody waits. */
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private FaultyAnswer() {}

  /** What becomes of an answer. */
  static Answer of(Answer answer, List<Fault> faults) {
    Answer faulty = answer;
    for (Fault fault : faults) {
      faulty = with(fault, faulty);
    }
    return faulty;
  }

  private static Answer with(Fault fault, Answer answer) {
    Answer.Manner m = answer.manner();
    return switch (fault.kind()) {
      case SLOW ->
          answer.sent(new Answer.Manner(Duration.ofSeconds(fault.value()), m.bytes(), m.breaks()));
      case HANG -> answer.sent(new Answer.Manner(FOR_EVER, m.bytes(), m.breaks()));
      case CUT -> answer.sent(new Answer.Manner(m.after(), fault.value(), false));
      case BREAK -> answer.sent(new Answer.Manner(m.after(), fault.value(), true));
      case EMPTY -> Answer.text(200, "").sent(m);
      case FORBIDDEN -> Answer.error(403, "Unauthorized").sent(m);
      case NOT_FOUND -> Answer.error(404, "Resource Not Found").sent(m);
      case TOO_MANY ->
          Answer.error(429, "Too Many Requests")
              .with("Retry-After", Long.toString(fault.value()))
              .sent(m);
      case SERVER_ERROR -> Answer.error(500, "Internal Server Error").sent(m);
      case ERROR_OBJECT -> Answer.error(200, "Service Unavailable").sent(m);
      case NULL_TIME,
          FUTURE_TIME,
          TIME_1970,
          NEGATIVE_TIME,
          DUPLICATE,
          NEGATIVE_COUNT,
          OVER_CAPACITY,
          RENAME,
          MOVE,
          RESIZE,
          REMOVE,
          FLAGS_AS_NUMBERS,
          COUNTS_AS_FLAGS,
          NEW_FIELD,
          FROZEN ->
          answer;
    };
  }
}
