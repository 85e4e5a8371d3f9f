package org.dockline.batch.notify;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dockline.station.settings.Secret;
import org.dockline.station.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can choose of notifications.
 *
 * @param channels the ways to people; none is fine
 * @param completions whether they are also told that a load is done
 */
public record NotifySettings(List<Channel> channels, boolean completions) {

  /** For {@code --help}. */
  public static final String USAGE =
      """
        SMTP_HOST                server that takes e-mail about failure and recovery; none: no e-mail
        SMTP_SECURITY            starttls, tls or none (starttls)
        SMTP_PORT                its port (587 for starttls, 465 for tls, 25 for none)
        SMTP_USER, SMTP_PASSWORD   its login, if it wants one; the password also as SMTP_PASSWORD_FILE
        SMTP_FROM, SMTP_TO       sender, and receivers separated by commas
        WEBHOOK_URL              address that failure and recovery are posted to as JSON, also as
                                 WEBHOOK_URL_FILE; none: no webhook
        WEBHOOK_TOKEN            sent to it as bearer token, also as WEBHOOK_TOKEN_FILE
        NOTIFY_ON_COMPLETION     true: tell also that days were loaded (false)
      """;

  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(15);

  /** Copies the list. */
  public NotifySettings {
    channels = List.copyOf(channels);
  }

  /** Reads them; call {@link Settings#check} afterwards. */
  public static NotifySettings of(Settings settings) {
    List<Channel> channels = new ArrayList<>();
    String host = settings.text("SMTP_HOST", "");
    if (!host.isEmpty()) {
      channels.add(mail(settings, host));
    }
    Secret webhook = settings.findSecret("WEBHOOK_URL");
    if (webhook != null && isHttp(webhook.reveal())) {
      Secret token = settings.findSecret("WEBHOOK_TOKEN");
      channels.add(new WebhookChannel(webhook, token, ANSWERS_WITHIN));
    } else if (webhook != null) {
      settings.problem(
          "WEBHOOK_URL is no http or https address (it is not shown: it may be secret)");
    }
    String completions = settings.oneOf("NOTIFY_ON_COMPLETION", "false", "true", "false");
    return new NotifySettings(channels, Boolean.parseBoolean(completions));
  }

  private static Channel mail(Settings settings, String host) {
    String word = settings.oneOf("SMTP_SECURITY", "starttls", "starttls", "tls", "none");
    MailServer.Security security = MailServer.Security.of(word);
    int port = settings.number("SMTP_PORT", security.usualPort(), 1, 65_535);
    String user = settings.text("SMTP_USER", "");
    @Nullable Secret password = user.isEmpty() ? null : settings.secret("SMTP_PASSWORD");
    MailServer server =
        new MailServer(host, port, security, user.isEmpty() ? null : user, password);
    InternetAddress[] from = addresses(settings, "SMTP_FROM");
    InternetAddress[] to = addresses(settings, "SMTP_TO");
    return new EmailChannel(server, from.length == 0 ? new InternetAddress() : from[0], to);
  }

  private static InternetAddress[] addresses(Settings settings, String name) {
    String text = settings.required(name, "an e-mail address");
    try {
      return InternetAddress.parse(text, true);
    } catch (AddressException e) {
      settings.problem(name + " is '" + text + "'; it must be an e-mail address");
      return new InternetAddress[0];
    }
  }

  private static boolean isHttp(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
