package org.dockline.dashboard.api;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.dockline.dashboard.live.LiveSnapshot;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.push.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is answered from the newest snapshot, written once for all callers. It is kept until another
 * snapshot comes, or until a count fades to unknown because none comes.
 */
@Component
public class LiveDocuments {

  private final Moments moments;
  private volatile @Nullable State state;

  /** One state of the live data and what was written of it. */
  private record State(Moment moment, long version, String tag, Map<String, Document> documents) {}

  /** Of these moments. */
  public LiveDocuments(Moments moments) {
    this.moments = moments;
  }

  /** The newest moment; a problem before the first snapshot. */
  Moment moment() {
    return state().moment();
  }

  /** Changes when anything that is told from the newest snapshot does: its batch and its time. */
  String tag() {
    return state().tag();
  }

  /**
   * The document of that name, written when it is first asked for.
   *
   * @param name one of few: everything that is written is kept
   */
  Document get(String name, Form form, BiConsumer<Told, Moment> writing) {
    State now = state();
    return now.documents()
        .computeIfAbsent(
            name + form,
            key -> Document.of(form, now.tag(), told -> writing.accept(told, now.moment())));
  }

  private State state() {
    Moment newest =
        moments
            .current()
            .orElseThrow(
                () ->
                    ProblemException.later(
                        503, "no snapshot has been published yet", Duration.ofSeconds(5)));
    State known = state;
    return known != null && known.version() == newest.version() ? known : follow(newest);
  }

  private synchronized State follow(Moment newest) {
    State known = state;
    if (known != null && known.version() >= newest.version()) {
      return known;
    }
    State next = after(known, newest);
    state = next;
    return next;
  }

  private static State after(@Nullable State known, Moment newest) {
    if (known == null || known.moment().snapshot() != newest.snapshot()) {
      return new State(newest, newest.version(), tag(newest, false), new ConcurrentHashMap<>());
    }
    return known.moment().board().equals(newest.board())
        ? new State(known.moment(), newest.version(), known.tag(), known.documents())
        : new State(newest, newest.version(), tag(newest, true), new ConcurrentHashMap<>());
  }

  private static String tag(Moment moment, boolean faded) {
    LiveSnapshot snapshot = moment.snapshot();
    String tag = snapshot.batchId() + "-" + Long.toString(snapshot.asOf().toEpochMilli(), 36);
    return faded ? tag + "-" + moment.at().getEpochSecond() % 1_000_000 : tag;
  }
}
