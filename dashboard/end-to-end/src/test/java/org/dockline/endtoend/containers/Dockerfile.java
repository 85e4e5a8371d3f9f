package org.dockline.endtoend.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Dockerfile as its stages.
 *
 * @param text as it stands
 * @param stages in order; what stands before the first is left out
 */
record Dockerfile(String text, List<Stage> stages) {

  private static final Pattern FROM = Pattern.compile("(\\S+)(?:\\s+AS\\s+(\\S+))?");
  private static final Pattern ARG = Pattern.compile("(?m)^ARG (\\w+)=(\\S+)$");

  /**
   * One image or what leads to one.
   *
   * @param name what {@code --target} takes; empty when it has none
   * @param base another stage or an image, its arguments filled in
   * @param instructions in order
   */
  record Stage(String name, String base, List<Instruction> instructions) {

    /** What is said by instructions of that kind, in order. */
    Stream<String> all(String keyword) {
      return instructions.stream().filter(i -> i.keyword().equals(keyword)).map(Instruction::said);
    }
  }

  /**
   * One instruction, with continued lines joined and flags kept.
   *
   * @param keyword in capitals
   * @param said what follows
   */
  record Instruction(String keyword, String said) {}

  static Dockerfile parse(String text) {
    List<Stage> stages = new ArrayList<>();
    for (Instruction instruction : instructions(text)) {
      if (instruction.keyword().equals("FROM")) {
        stages.add(stage(filled(instruction.said(), text)));
      } else if (!stages.isEmpty()) {
        stages.getLast().instructions().add(instruction);
      }
    }
    return new Dockerfile(text, stages);
  }

  /** The stages that no other stage and no copy is made of: what is delivered. */
  List<Stage> images() {
    return stages.stream()
        .filter(stage -> stages.stream().noneMatch(other -> uses(other, stage.name())))
        .toList();
  }

  /** What holds in a stage: its own instructions after those of the stages that it is made of. */
  Stream<String> inherited(Stage stage, String keyword) {
    Stream<String> before =
        stages.stream()
            .filter(other -> other.name().equals(stage.base()))
            .flatMap(other -> inherited(other, keyword));
    return Stream.concat(before, stage.all(keyword));
  }

  private static boolean uses(Stage user, String name) {
    return user.base().equals(name)
        || user.all("COPY").anyMatch(copy -> copy.contains("--from=" + name + " "));
  }

  private static Stage stage(String said) {
    Matcher from = FROM.matcher(said);
    if (!from.matches()) {
      throw new IllegalArgumentException("Not understood: FROM " + said);
    }
    String name = from.group(2) == null ? "" : from.group(2);
    return new Stage(name, from.group(1), new ArrayList<>());
  }

  private static String filled(String said, String text) {
    Matcher arguments = ARG.matcher(text);
    String filled = said;
    while (arguments.find()) {
      filled = filled.replace("${" + arguments.group(1) + "}", arguments.group(2));
    }
    return filled;
  }

  private static List<Instruction> instructions(String text) {
    String joined = text.replaceAll("(?m)^#.*\\n", "").replaceAll("\\\\\\n", " ");
    return joined
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.strip().split("\\s+", 2))
        .map(words -> new Instruction(words[0].toUpperCase(Locale.ROOT), words[1]))
        .toList();
  }
}
