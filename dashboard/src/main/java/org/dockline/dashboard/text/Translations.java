package org.dockline.dashboard.text;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;

/** Gives {@link Words} to Vaadin, which also learns from it which languages there are. */
public final class Translations implements I18NProvider {

  @Override
  public List<Locale> getProvidedLocales() {
    return Words.LANGUAGES;
  }

  @Override
  public String getTranslation(String key, Locale locale, Object... params) {
    return Words.in(locale).say(key, params);
  }
}
