package org.dockline.dashboard.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Locale;
import org.dockline.dashboard.text.Words;
import org.dockline.dashboard.web.Language;

/** Chooses the language; a cookie keeps the choice. Id: {@code language}. */
final class LanguageChooser extends Select<Locale> {

  LanguageChooser(Words words) {
    setId("language");
    addClassName("language");
    setAriaLabel(words.say("language.label"));
    setItems(Words.LANGUAGES);
    setItemLabelGenerator(LanguageChooser::ownName);
    setValue(words.locale());
    addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            remember(change.getValue());
            UI.getCurrent().getPage().reload();
          }
        });
  }

  private static String ownName(Locale language) {
    String name = language.getDisplayLanguage(language);
    return name.substring(0, 1).toUpperCase(language) + name.substring(1);
  }

  private static void remember(Locale language) {
    Cookie cookie = new Cookie(Language.COOKIE, language.toLanguageTag());
    cookie.setPath("/");
    cookie.setMaxAge(Math.toIntExact(Duration.ofDays(365).toSeconds()));
    cookie.setAttribute("SameSite", "Lax");
    VaadinResponse.getCurrent().addCookie(cookie);
  }
}
