package org.dockline.dashboard.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dockline.dashboard.testing.Axe;
import org.dockline.dashboard.testing.Browsing;
import org.dockline.dashboard.testing.WithBrowser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Nothing is shown before a reader has logged in with name and password. */
class LoginIT extends WithBrowser {

  private static final String PASSWORD = "a long : password";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;

  @BeforeAll
  static void prepare() throws Exception {
    Path passwords = folder.resolve("passwords");
    Files.writeString(
        passwords, "# people\nzoé:" + new BCryptPasswordEncoder(4).encode(PASSWORD) + "\n");
    start(folder, Map.of("LOGIN", "form", "LOGIN_PASSWORD_FILE", passwords.toString()));
    dashboard().publish(List.of());
  }

  @Test
  void aReaderLogsInComesToWhatWasAskedForAndLogsOut() {
    Page page = open("/?contract=dublin");
    assertThat(page).hasURL(Pattern.compile(".*/login$"));
    assertThat(Axe.violations(page)).isEmpty();
    Browsing.picture(page, "login");
    enter(page, "wrong");
    assertThat(page.locator("#login-failed")).isVisible();

    enter(page, PASSWORD);
    assertThat(page.locator("#page-title")).hasText("Dublin");
    assertThat(page.locator("#station-map")).hasAttribute("data-stations", Pattern.compile("\\d+"));
    assertThat(page.locator("#logout")).hasAttribute("title", Pattern.compile(".*zoé"));
    page.locator("#logout").click();
    assertThat(page.locator("#login-left")).isVisible();
    page.navigate(dashboard().address() + "/pipeline");
    assertThat(page).hasURL(Pattern.compile(".*/login$"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/contracts",
        "/gbfs/3.0/lyon/gbfs.json",
        "/openapi.json",
        "/live/stations.json",
        "/actuator/prometheus",
        "/?v-r=init&location="
      })
  void whatShowsDataNeedsIt(String path) throws Exception {
    assertThat(status(path, null)).isEqualTo(401);
    assertThat(status(path, "zoé:wrong")).isEqualTo(401);
    assertThat(status(path, "zoé:" + PASSWORD)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/actuator/health", "/dockline/app.css", "/dockline/map.js"})
  void whatShowsNoneDoesNot(String path) throws Exception {
    assertThat(status(path, null)).isEqualTo(200);
  }

  private static int status(String path, @Nullable String nameAndPassword) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(dashboard().address() + path));
    if (nameAndPassword != null) {
      byte[] text = nameAndPassword.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(text));
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static void enter(Page page, String password) {
    page.locator("input[name=username]").fill("zoé");
    page.locator("input[name=password]").fill(password);
    page.locator("#login").click();
  }

  private static Page open(String path) {
    return browsing().open(path, "en-GB", 1440, ColorScheme.LIGHT);
  }
}
