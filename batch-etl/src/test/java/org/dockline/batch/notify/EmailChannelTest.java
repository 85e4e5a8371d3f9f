package org.dockline.batch.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.DummySSLSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.dockline.station.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a real SMTP server in this process. */
class EmailChannelTest {

  private static final Notice NOTICE =
      new Notice(
          Notice.Kind.FAILURE,
          "load",
          Instant.parse("2026-01-10T04:00:00Z"),
          "the load failed",
          List.of("富山 2026-01-09: refused", "Next run at 5"));

  private final GreenMail smtp = new GreenMail(setup(ServerSetup.PROTOCOL_SMTP));
  private final GreenMail smtps = new GreenMail(setup(ServerSetup.PROTOCOL_SMTPS));

  @AfterEach
  void stop() {
    smtp.stop();
    smtps.stop();
  }

  @Test
  void mailArrivesAtEverybody() throws Exception {
    smtp.start();
    channel(smtp, MailServer.Security.NONE, null).deliver(NOTICE);

    MimeMessage[] received = smtp.getReceivedMessages();
    assertThat(received).hasSize(2);
    assertThat(received[0].getSubject()).isEqualTo("Dockline: the load failed");
    assertThat(received[0].getFrom()).containsExactly(new InternetAddress("dockline@example.org"));
    assertThat(received[0].getContent().toString().lines())
        .containsExactlyElementsOf(NOTICE.lines());
    assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void loginIsUsedAndARefusedOneIsSaidWithoutThePassword() throws Exception {
    smtp.setUser("etl", "right");
    smtp.start();
    channel(smtp, MailServer.Security.NONE, "right").deliver(NOTICE);
    assertThat(smtp.getReceivedMessages()).hasSize(2);

    assertThatThrownBy(() -> channel(smtp, MailServer.Security.NONE, "wrong").deliver(NOTICE))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("SMTP_USER")
        .hasMessageNotContaining("wrong");
  }

  @Test
  void tlsFromTheBeginning() throws Exception {
    smtps.start();
    channel(smtps, MailServer.Security.TLS, null).deliver(NOTICE);
    assertThat(smtps.getReceivedMessages()).hasSize(2);
  }

  @Test
  void serverWithoutStarttlsIsToldNothing() {
    smtp.start();
    assertThatThrownBy(() -> channel(smtp, MailServer.Security.STARTTLS, null).deliver(NOTICE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("STARTTLS");
    assertThat(smtp.getReceivedMessages()).isEmpty();
  }

  @Test
  void serverThatIsAwayMayBeTriedAgain() throws Exception {
    smtp.start();
    Channel channel = channel(smtp, MailServer.Security.NONE, null);
    smtp.stop();
    assertThatThrownBy(() -> channel.deliver(NOTICE))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(RefusedException.class);
  }

  private static Channel channel(
      GreenMail server, MailServer.Security security, @Nullable String password) throws Exception {
    ServerSetup at =
        security == MailServer.Security.TLS
            ? server.getSmtps().getServerSetup()
            : server.getSmtp().getServerSetup();
    int port =
        security == MailServer.Security.TLS
            ? server.getSmtps().getPort()
            : server.getSmtp().getPort();
    Properties trusting = new Properties();
    trusting.put("mail.smtp.ssl.socketFactory", new DummySSLSocketFactory());
    trusting.put("mail.smtp.ssl.checkserveridentity", "false");
    return new EmailChannel(
        new MailServer(
            at.getBindAddress(),
            port,
            security,
            password == null ? null : "etl",
            password == null ? null : new Secret(password)),
        trusting,
        new InternetAddress("dockline@example.org"),
        InternetAddress.parse("a@example.org, b@example.org"));
  }

  private static ServerSetup setup(String protocol) {
    return new ServerSetup(0, "127.0.0.1", protocol);
  }
}
