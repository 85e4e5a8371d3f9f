package org.dockline.dashboard.login;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * Names and bcrypt hashes, one {@code name:hash} a line as {@code htpasswd -B} writes them; blank
 * lines and those that begin with {@code #} are passed over. It is read at each login, so that who
 * is taken out of it is out at once.
 */
final class PasswordFile implements UserDetailsService {

  private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");

  private final Path file;

  PasswordFile(Path file) {
    this.file = file;
  }

  /**
   * Hashes by name.
   *
   * @throws IOException with a sentence that names the line, and never what stands in it
   */
  static Map<String, String> read(Path file) throws IOException {
    Map<String, String> hashes = new HashMap<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(':');
      if (colon < 1 || !BCRYPT.matcher(line.substring(colon + 1)).matches()) {
        throw new IOException("line " + (i + 1) + " is not name:hash with a hash of bcrypt");
      }
      hashes.put(line.substring(0, colon), line.substring(colon + 1));
    }
    if (hashes.isEmpty()) {
      throw new IOException("nobody stands in it");
    }
    return hashes;
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no such file", e);
    }
  }

  @Override
  public UserDetails loadUserByUsername(String name) {
    try {
      String hash = read(file).get(name);
      if (hash == null) {
        throw new UsernameNotFoundException("Nobody of that name stands in " + file);
      }
      return User.withUsername(name).password(hash).authorities(List.of()).build();
    } catch (IOException e) {
      throw new UsernameNotFoundException("The passwords can't be read: " + e.getMessage(), e);
    }
  }
}
