package org.dockline.endtoend.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the compose file must keep to; each as a sentence. */
final class ComposeRules {

  /** What a service may say: of the published schema, what Compose 1.29 knows as well. */
  private static final Set<String> SERVICE_KEYS =
      Set.of(
          "build",
          "cap_drop",
          "command",
          "depends_on",
          "entrypoint",
          "environment",
          "healthcheck",
          "hostname",
          "image",
          "init",
          "logging",
          "mem_limit",
          "networks",
          "pids_limit",
          "ports",
          "profiles",
          "read_only",
          "restart",
          "secrets",
          "security_opt",
          "stop_grace_period",
          "tmpfs",
          "volumes");

  private static final Set<String> CHECK_KEYS =
      Set.of("test", "interval", "timeout", "retries", "start_period", "disable");
  private static final Set<String> TOP_KEYS = Set.of("services", "networks", "volumes", "secrets");
  private static final Set<String> CONDITIONS =
      Set.of("service_healthy", "service_completed_successfully");
  private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|_KEY|TOKEN|SECRET)$");
  private static final Pattern SIZE = Pattern.compile("(\\$\\{\\w+:-)?\\d+[mg]}?");

  private final ComposeFile file;
  private final List<String> problems = new ArrayList<>();

  private ComposeRules(ComposeFile file) {
    this.file = file;
  }

  /** What is wrong, one sentence each; empty when nothing is. */
  static List<String> problems(ComposeFile file) {
    ComposeRules rules = new ComposeRules(file);
    rules.checkTop();
    file.services().forEach(rules::checkService);
    return rules.problems;
  }

  private void checkTop() {
    for (Object key : file.content().keySet()) {
      if (!TOP_KEYS.contains(key) && !key.toString().startsWith("x-")) {
        problems.add("the section " + key + " is not understood by Compose 1.29");
      }
    }
    file.variables()
        .filter(variable -> variable.group(2).startsWith(":+") || variable.group(2).startsWith("+"))
        .forEach(variable -> problems.add(variable.group() + " is not understood by Compose 1.29"));
  }

  private void checkService(String name, Map<?, ?> service) {
    keysOf(name, service, SERVICE_KEYS);
    keysOf(name + ".healthcheck", ComposeFile.mapOf(service.get("healthcheck")), CHECK_KEYS);
    checkImage(name, service);
    checkLimits(name, service);
    checkReach(name, service);
    checkStart(name, service);
    for (Object variable : ComposeFile.mapOf(service.get("environment")).keySet()) {
      if (SECRET.matcher(variable.toString()).matches()) {
        problems.add(name + ": " + variable + " must come from a file of secrets");
      }
    }
  }

  private void keysOf(String where, Map<?, ?> map, Set<String> allowed) {
    Set<Object> others = new TreeSet<>(map.keySet());
    others.removeAll(allowed);
    others.forEach(
        key -> problems.add(where + ": " + key + " is not in the schema, or not in 1.29's"));
  }

  private void checkImage(String name, Map<?, ?> service) {
    String image = String.valueOf(service.get("image")).replaceFirst("^\\$\\{\\w+:-(.*)}$", "$1");
    if (!image.matches("[\\w./-]+:(?!.*latest)[\\w.${}:-]*\\d[\\w.${}:-]*")) {
      problems.add(name + ": the image " + image + " is not pinned");
    }
  }

  private void checkLimits(String name, Map<?, ?> service) {
    if (!SIZE.matcher(String.valueOf(service.get("mem_limit"))).matches()) {
      problems.add(name + ": has no memory limit");
    }
    if (!Set.of("unless-stopped", "no").contains(service.get("restart"))) {
      problems.add(name + ": has no restart policy");
    }
    if (!ComposeFile.listOf(service.get("security_opt")).contains("no-new-privileges:true")) {
      problems.add(name + ": may gain privileges");
    }
    boolean ours = String.valueOf(service.get("image")).startsWith("dockline/");
    if (ours
        && !(Boolean.TRUE.equals(service.get("read_only")) && service.get("cap_drop") != null)) {
      problems.add(name + ": may write its own file system, or has capabilities");
    }
    Map<?, ?> log = ComposeFile.mapOf(ComposeFile.mapOf(service.get("logging")).get("options"));
    if (!(log.containsKey("max-size") && log.containsKey("max-file"))) {
      problems.add(name + ": its log has no limit");
    }
  }

  private void checkReach(String name, Map<?, ?> service) {
    List<String> networks = ComposeFile.listOf(service.get("networks"));
    if (networks.isEmpty() || !file.section("networks").keySet().containsAll(networks)) {
      problems.add(name + ": its networks are " + networks);
    }
    List<String> ports = ComposeFile.listOf(service.get("ports"));
    if (!ports.isEmpty() && !name.equals("dashboard") && ComposeFile.profiles(service).isEmpty()) {
      problems.add(name + ": publishes " + ports);
    }
    ports.stream()
        .filter(port -> !port.matches("(\\$\\{\\w+:-)?127\\.0\\.0\\.1}?:.+:\\d+"))
        .forEach(port -> problems.add(name + ": " + port + " is open to other machines"));
    named(name, service, "secrets");
    ComposeFile.listOf(service.get("volumes")).stream()
        .map(volume -> volume.split(":", 2)[0])
        .filter(volume -> !volume.startsWith("./") && !file.section("volumes").containsKey(volume))
        .forEach(volume -> problems.add(name + ": there is no volume " + volume));
  }

  private void named(String name, Map<?, ?> service, String what) {
    ComposeFile.listOf(service.get(what)).stream()
        .filter(one -> !file.section(what).containsKey(one))
        .forEach(one -> problems.add(name + ": there is none of the " + what + " called " + one));
  }

  private void checkStart(String name, Map<?, ?> service) {
    ComposeFile.mapOf(service.get("depends_on"))
        .forEach(
            (other, how) -> checkNeed(name, service, other.toString(), ComposeFile.mapOf(how)));
  }

  private void checkNeed(String name, Map<?, ?> service, String other, Map<?, ?> how) {
    Map<?, ?> needed = file.services().get(other);
    if (needed == null) {
      problems.add(name + ": needs " + other + ", which is not there");
      return;
    }
    Object condition = how.get("condition");
    if (!CONDITIONS.contains(condition) || how.size() != 1) {
      problems.add(name + ": does not wait until " + other + " is healthy or done");
    } else if (ComposeFile.isTask(needed) != condition.equals("service_completed_successfully")) {
      problems.add(name + ": waits for " + other + " in the wrong way");
    }
    if (!ComposeFile.profiles(service).containsAll(ComposeFile.profiles(needed))) {
      problems.add(name + ": needs " + other + ", which has a profile");
    }
  }
}
