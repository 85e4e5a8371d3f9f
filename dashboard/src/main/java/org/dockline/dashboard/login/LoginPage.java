package org.dockline.dashboard.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.dockline.dashboard.text.Words;
import org.dockline.dashboard.web.Language;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page on which readers log in: plain HTML, without a script. */
@RestController
@ConditionalOnBooleanProperty(LoginConfiguration.WANTED)
public final class LoginPage {

  static final String PATH = "/login";

  /** Where a login that failed leads. */
  static final String FAILED = PATH + "?failed";

  /** Where a reader who has logged out is led. */
  public static final String LEFT = "login?left";

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; "
          + "form-action 'self'; frame-ancestors 'none'";

  private final LoginSettings settings;

  /** For this kind of login. */
  public LoginPage(LoginSettings settings) {
    this.settings = settings;
  }

  /** The page; {@code failed} and {@code left} say why a reader is here again. */
  @GetMapping(value = PATH, produces = MediaType.TEXT_HTML_VALUE)
  public String page(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Cache-Control", "no-store");
    Locale language = Language.of(request);
    Words words = Words.in(language);
    Document page = Document.createShell("");
    page.select("html").attr("lang", language.toLanguageTag());
    head(page.head(), words);
    Element main = page.body().appendElement("main").addClass("login");
    main.appendElement("div").addClass("brand").text("Dockline");
    main.appendElement("h1").id("page-title").text(words.say("login.title"));
    note(main, request, words);
    if (settings.kind() == LoginSettings.Kind.OIDC) {
      main.appendElement("a")
          .id("login")
          .addClass("action")
          .attr("href", "oauth2/authorization/" + Provider.NAME)
          .text(words.say("login.provider"));
    } else {
      form(main, (CsrfToken) request.getAttribute(CsrfToken.class.getName()), words);
    }
    return "<!doctype html>" + page.outerHtml();
  }

  private static void head(Element head, Words words) {
    head.appendElement("meta").attr("charset", "utf-8");
    head.appendElement("meta")
        .attr("name", "viewport")
        .attr("content", "width=device-width, initial-scale=1");
    head.appendElement("title").text(words.say("app.title", words.say("login.title")));
    head.appendElement("link").attr("rel", "icon").attr("href", "dockline/icon.svg");
    head.appendElement("link").attr("rel", "stylesheet").attr("href", "dockline/app.css");
  }

  private static void note(Element main, HttpServletRequest request, Words words) {
    for (String why : new String[] {"failed", "left"}) {
      if (request.getParameter(why) != null) {
        main.appendElement("p")
            .id("login-" + why)
            .addClass("notice")
            .attr("role", why.equals("failed") ? "alert" : "status")
            .text(words.say("login." + why));
      }
    }
  }

  private static void form(Element main, CsrfToken token, Words words) {
    Element form = main.appendElement("form").attr("method", "post").attr("action", "login");
    field(form, "username", "text", words.say("login.name")).attr("autofocus", "");
    field(form, "password", "password", words.say("login.password"));
    form.appendElement("input")
        .attr("type", "hidden")
        .attr("name", token.getParameterName())
        .attr("value", token.getToken());
    form.appendElement("button").id("login").addClass("action").text(words.say("login.enter"));
  }

  private static Element field(Element form, String name, String type, String label) {
    Element labelled = form.appendElement("label").text(label);
    return labelled
        .appendElement("input")
        .addClass("search")
        .attr("name", name)
        .attr("type", type)
        .attr("autocomplete", type.equals("text") ? "username" : "current-password")
        .attr("required", "");
  }
}
