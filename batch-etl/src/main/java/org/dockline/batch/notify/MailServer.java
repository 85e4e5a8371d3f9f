package org.dockline.batch.notify;

import java.util.Locale;
import java.util.Properties;
import org.dockline.station.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A server that takes e-mail.
 *
 * @param host its name
 * @param port its port
 * @param security how the way to it is protected
 * @param user the login; null to send without one
 * @param password its password; null without a user
 */
public record MailServer(
    String host, int port, Security security, @Nullable String user, @Nullable Secret password) {

  /** Ways to protect a connection. */
  public enum Security {
    /** Begins in the clear and must go over to TLS before anything is told. */
    STARTTLS(587),
    /** TLS from the beginning. */
    TLS(465),
    /** In the clear: for a server on the same machine. */
    NONE(25);

    private final int usualPort;

    Security(int usualPort) {
      this.usualPort = usualPort;
    }

    /** The port that such servers listen on. */
    public int usualPort() {
      return usualPort;
    }

    /** By its name in lower case. */
    public static Security of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  private static final String LIMIT_MILLIS = "15000";

  /** As the mail library wants to be told. */
  Properties properties() {
    Properties p = new Properties();
    p.setProperty("mail.smtp.host", host);
    p.setProperty("mail.smtp.port", Integer.toString(port));
    p.setProperty("mail.smtp.auth", Boolean.toString(user != null));
    p.setProperty("mail.smtp.starttls.enable", Boolean.toString(security == Security.STARTTLS));
    p.setProperty("mail.smtp.starttls.required", Boolean.toString(security == Security.STARTTLS));
    p.setProperty("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
    p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    p.setProperty("mail.smtp.connectiontimeout", LIMIT_MILLIS);
    p.setProperty("mail.smtp.timeout", LIMIT_MILLIS);
    p.setProperty("mail.smtp.writetimeout", LIMIT_MILLIS);
    return p;
  }
}
