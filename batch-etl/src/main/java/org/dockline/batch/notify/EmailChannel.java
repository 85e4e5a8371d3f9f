package org.dockline.batch.notify;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.dockline.station.settings.Secret;
import org.jspecify.annotations.Nullable;

/** Sends a notice as a plain text e-mail. */
public final class EmailChannel implements Channel {

  private final MailServer server;
  private final Session session;
  private final InternetAddress from;
  private final InternetAddress[] to;

  /** Sends over that server. */
  public EmailChannel(MailServer server, InternetAddress from, InternetAddress... to) {
    this(server, new Properties(), from, to);
  }

  /** With more properties of the mail library. */
  EmailChannel(MailServer server, Properties more, InternetAddress from, InternetAddress... to) {
    Properties properties = server.properties();
    properties.putAll(more);
    this.server = server;
    this.session = Session.getInstance(properties, authenticator(server));
    this.from = from;
    this.to = to.clone();
  }

  @Override
  public String name() {
    return "the mail server " + server.host();
  }

  @Override
  public void deliver(Notice notice) throws IOException {
    try {
      Transport.send(message(notice));
    } catch (AuthenticationFailedException e) {
      throw new RefusedException("it refuses the login; check SMTP_USER and SMTP_PASSWORD");
    } catch (MessagingException e) {
      throw new IOException(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    }
  }

  private MimeMessage message(Notice notice) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(from);
    message.setRecipients(Message.RecipientType.TO, to);
    message.setSubject(notice.subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(notice.at()));
    // So that nobody's absence notice answers.
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setText(notice.text(), StandardCharsets.UTF_8.name());
    return message;
  }

  private static @Nullable Authenticator authenticator(MailServer server) {
    String user = server.user();
    Secret password = server.password();
    if (user == null || password == null) {
      return null;
    }
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(user, password.reveal());
      }
    };
  }
}
