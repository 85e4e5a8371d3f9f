package org.dockline.poller.simulator.fault;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can go wrong, by the name that settings and the control endpoint know it by. */
public enum FaultKind {
  /** Waits before it answers. */
  SLOW("slow", "answers after VALUE seconds", 5),
  /** Never answers. */
  HANG("hang", "never answers", 0),
  /** The body ends too early. */
  CUT("cut", "the body ends after VALUE bytes, as if it were whole", 1_000),
  /** The connection ends too early. */
  BREAK("break", "the line breaks after VALUE bytes of the body", 1_000),
  /** No body. */
  EMPTY("empty", "status 200 with an empty body", 0),
  /** The key is refused. */
  FORBIDDEN("403", "the key is refused", 0),
  /** The provider knows no such thing. */
  NOT_FOUND("404", "there is no such thing", 0),
  /** Too many requests. */
  TOO_MANY("429", "too many requests, with Retry-After: VALUE", 30),
  /** The provider is broken. */
  SERVER_ERROR("500", "the provider is broken", 0),
  /** An error object in place of the stations. */
  ERROR_OBJECT("error-object", "status 200 with an error object in place of the stations", 0),
  /** No time of report. */
  NULL_TIME("null-time", "stations have never reported", 0),
  /** A time of report in the future. */
  FUTURE_TIME("future-time", "stations report from VALUE hours ahead", 48),
  /** The time of report of a machine without a clock. */
  TIME_1970("1970-time", "stations report from 1970", 0),
  /** A time of report before 1970. */
  NEGATIVE_TIME("negative-time", "stations report from before 1970", 0),
  /** A station stands twice in one answer. */
  DUPLICATE("duplicate", "stations occur twice in one answer, the second one older", 0),
  /** Fewer than no bikes. */
  NEGATIVE_COUNT("negative-count", "stations have -1 bikes", 0),
  /** More bikes than docks. */
  OVER_CAPACITY("over-capacity", "stations have VALUE bikes more than capacity", 5),
  /** Another name. */
  RENAME("rename", "stations have another name", 0),
  /** Another place. */
  MOVE("move", "stations stand VALUE metres further north", 500),
  /** Another size. */
  RESIZE("resize", "stations have VALUE docks more", 10),
  /** It leaves. */
  REMOVE("remove", "stations are no longer listed", 0),
  /** Schema drift that can be understood. */
  FLAGS_AS_NUMBERS("flags-as-numbers", "true and false are written as 1 and 0", 0),
  /** Schema drift that can't. */
  COUNTS_AS_FLAGS("counts-as-flags", "counts of bikes and docks are written as true and false", 0),
  /** Schema drift that must be kept. */
  NEW_FIELD("new-field", "stations have a field that nobody knows", 0),
  /** Nothing changes any more. */
  FROZEN("frozen", "stations stay as they are now", 0);

  private final String word;
  private final String meaning;
  private final long usual;

  FaultKind(String word, String meaning, long usual) {
    this.word = word;
    this.meaning = meaning;
    this.usual = usual;
  }

  /** Its name in settings and addresses. */
  public String word() {
    return word;
  }

  /** The VALUE that is meant when none is given. */
  public long usualValue() {
    return usual;
  }

  /** The kind of that name. */
  public static Optional<FaultKind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** One line for each kind. */
  public static String help() {
    return Arrays.stream(values())
        .map(k -> "    %-18s%s%s%n".formatted(k.word, k.meaning, k.value()))
        .collect(Collectors.joining());
  }

  private String value() {
    return meaning.contains("VALUE") ? " (" + usual + ")" : "";
  }
}
