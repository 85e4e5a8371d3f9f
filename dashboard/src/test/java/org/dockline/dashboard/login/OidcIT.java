package org.dockline.dashboard.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dockline.dashboard.testing.DashboardUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers whom a provider vouches for are let in; before that, and without it, nobody is. */
class OidcIT {

  @TempDir Path folder;

  @Test
  void theProviderVouchesForTheReader() throws Exception {
    try (FakeIssuer issuer = FakeIssuer.start();
        DashboardUnderTest dashboard = DashboardUnderTest.start(folder, settings(issuer));
        HttpClient browser =
            HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .cookieHandler(new CookieManager())
                .build()) {
      dashboard.publish(List.of());
      HttpResponse<String> asked = ask(browser, dashboard.address() + "/?contract=lyon");
      assertThat(asked.uri().getPath()).isEqualTo("/login");
      assertThat(asked.body()).contains("oauth2/authorization/oidc").doesNotContain("password");
      assertThat(ask(browser, dashboard.address() + "/live/stations.json").statusCode())
          .isEqualTo(401);

      HttpResponse<String> page = ask(browser, dashboard.address() + "/oauth2/authorization/oidc");

      assertThat(page.uri()).hasToString(dashboard.address() + "/?contract=lyon");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(ask(browser, dashboard.address() + "/live/stations.json").statusCode())
          .isEqualTo(200);
    }
  }

  private static Map<String, String> settings(FakeIssuer issuer) {
    return Map.of(
        "LOGIN", "oidc",
        "OIDC_ISSUER", issuer.address(),
        "OIDC_CLIENT_ID", "dockline",
        "OIDC_CLIENT_SECRET", "a secret");
  }

  private static HttpResponse<String> ask(HttpClient browser, String address) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
