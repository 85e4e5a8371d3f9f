package org.dockline.dashboard.web;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.dockline.dashboard.text.Words;
import org.jspecify.annotations.Nullable;

/** Which language a reader wants: the one chosen before, or else the browser's. */
public final class Language {

  /** The cookie that keeps the choice; its value is a language tag. */
  public static final String COOKIE = "dockline-language";

  private Language() {}

  static Locale of(VaadinRequest request) {
    return chosen(request.getCookies()).orElseGet(() -> Words.in(request.getLocale()).locale());
  }

  /** The language of whoever sent that request. */
  public static Locale of(HttpServletRequest request) {
    return chosen(request.getCookies()).orElseGet(() -> Words.in(request.getLocale()).locale());
  }

  static void choose(UI ui) {
    VaadinRequest request = VaadinService.getCurrentRequest();
    if (request != null) {
      ui.setLocale(of(request));
    }
  }

  private static Optional<Locale> chosen(Cookie @Nullable [] cookies) {
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(cookie -> Locale.forLanguageTag(cookie.getValue()))
            .filter(Words.LANGUAGES::contains)
            .findFirst();
  }
}
