package org.dockline.batch.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.dockline.station.settings.Settings;
import org.junit.jupiter.api.Test;

class NotifySettingsTest {

  @Test
  void nobodyIsToldUnlessSomebodyIsNamed() {
    Settings settings = Settings.of(Map.of());
    assertThat(NotifySettings.of(settings).channels()).isEmpty();
    settings.check();
  }

  @Test
  void bothWaysAreTaken() {
    Settings settings =
        Settings.of(
            Map.of(
                "SMTP_HOST", "mail.example.org",
                "SMTP_USER", "etl",
                "SMTP_PASSWORD", "hidden",
                "SMTP_FROM", "Dockline <dockline@example.org>",
                "SMTP_TO", "a@example.org, b@example.org",
                "WEBHOOK_URL", "https://chat.example.org/hooks/secret",
                "NOTIFY_ON_COMPLETION", "true"));
    NotifySettings notify = NotifySettings.of(settings);
    settings.check();

    assertThat(notify.channels())
        .extracting(Channel::name)
        .containsExactly("the mail server mail.example.org", "the webhook at chat.example.org");
    assertThat(notify.completions()).isTrue();
    assertThat(settings.effective().toString()).doesNotContain("hidden", "hooks/secret");
  }

  @Test
  void everythingWrongIsSaidAtOnceWithoutASecret() {
    Settings settings =
        Settings.of(
            Map.of(
                "SMTP_HOST", "mail.example.org",
                "SMTP_SECURITY", "ssl",
                "SMTP_USER", "etl",
                "SMTP_TO", "a@@example",
                "WEBHOOK_URL", "chat.example.org/hooks/secret"));
    NotifySettings.of(settings);

    assertThatThrownBy(settings::check)
        .hasMessageContaining("SMTP_SECURITY is 'ssl'")
        .hasMessageContaining("SMTP_PASSWORD is missing")
        .hasMessageContaining("SMTP_FROM is missing")
        .hasMessageContaining("SMTP_TO is 'a@@example'")
        .hasMessageContaining("WEBHOOK_URL is no http")
        .hasMessageNotContaining("hooks/secret");
  }

  @Test
  void portFollowsFromTheProtection() {
    assertThat(MailServer.Security.of("starttls").usualPort()).isEqualTo(587);
    assertThat(MailServer.Security.of("tls").usualPort()).isEqualTo(465);
    assertThat(MailServer.Security.of("none").usualPort()).isEqualTo(25);
  }
}
