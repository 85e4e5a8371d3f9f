package org.dockline.dashboard.login;

import java.io.IOException;
import java.nio.file.Path;
import org.dockline.station.settings.Secret;
import org.dockline.station.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how readers log in.
 *
 * @param kind how
 * @param passwords file of names and passwords: of everybody with {@link Kind#FORM}, of programs
 *     with {@link Kind#OIDC}; null for none
 * @param issuer who vouches for people; null unless it is {@link Kind#OIDC}
 */
public record LoginSettings(Kind kind, @Nullable Path passwords, @Nullable Issuer issuer) {

  /** How readers log in. */
  public enum Kind {
    /** They do not. */
    OFF,
    /** With a name and a password. */
    FORM,
    /** At an OpenID Connect provider. */
    OIDC
  }

  /**
   * An OpenID Connect provider.
   *
   * @param address below which its {@code .well-known/openid-configuration} stands
   * @param clientId as which it knows Dockline
   * @param clientSecret what proves it
   */
  public record Issuer(String address, String clientId, Secret clientSecret) {}

  /** No login. */
  public static final LoginSettings OFF = new LoginSettings(Kind.OFF, null, null);

  private static final String PASSWORDS = "LOGIN_PASSWORD_FILE";

  /** Reads the settings; what is wrong with them is told by {@link Settings#check}. */
  public static LoginSettings from(Settings settings) {
    return switch (settings.oneOf("LOGIN", "off", "off", "form", "oidc")) {
      case "form" -> form(settings);
      case "oidc" -> oidc(settings);
      default -> OFF;
    };
  }

  private static LoginSettings form(Settings settings) {
    if (settings.text(PASSWORDS, "").isEmpty()) {
      settings.problem(
          PASSWORDS
              + " is missing; LOGIN=form needs a file of lines name:hash, as htpasswd -B"
              + " writes them");
    }
    return new LoginSettings(Kind.FORM, passwords(settings), null);
  }

  private static LoginSettings oidc(Settings settings) {
    Issuer issuer =
        new Issuer(
            settings.http("OIDC_ISSUER", "").toString(),
            settings.required("OIDC_CLIENT_ID", "the name as which the provider knows Dockline"),
            settings.secret("OIDC_CLIENT_SECRET"));
    return new LoginSettings(Kind.OIDC, passwords(settings), issuer);
  }

  private static @Nullable Path passwords(Settings settings) {
    if (settings.text(PASSWORDS, "").isEmpty()) {
      return null;
    }
    Path file = settings.path(PASSWORDS, "");
    try {
      PasswordFile.read(file);
    } catch (IOException e) {
      settings.problem(PASSWORDS + " is '" + file + "': " + e.getMessage());
    }
    return file;
  }
}
