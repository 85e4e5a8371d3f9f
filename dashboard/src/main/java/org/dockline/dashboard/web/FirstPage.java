package org.dockline.dashboard.web;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.dockline.dashboard.text.Words;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The frame of the first page: its language, its theme before anything is drawn, and a policy that
 * lets no script run but ours.
 */
public final class FirstPage implements VaadinServiceInitListener {

  private static final String THEME =
      "(()=>{const t=localStorage.getItem('dockline-theme');"
          + "if(t==='light'||t==='dark'){document.documentElement.style.colorScheme=t;"
          + "document.documentElement.dataset.theme=t}})()";

  /** A page that lost its line tries again this often. */
  private static final int RETRY_MILLIS = 2_000;

  private final SecureRandom random = new SecureRandom();
  private final MapTiles tiles;

  /** Lets pictures of that tile server be shown. */
  public FirstPage(MapTiles tiles) {
    this.tiles = tiles;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(this::frame);
    event.getSource().setSystemMessagesProvider(info -> messages());
    event
        .getSource()
        .addUIInitListener(
            init -> {
              Language.choose(init.getUI());
              ReconnectDialogConfiguration retries = init.getUI().getReconnectDialogConfiguration();
              retries.setReconnectInterval(RETRY_MILLIS);
              retries.setReconnectAttempts(Integer.MAX_VALUE);
            });
  }

  /**
   * After the server was restarted or slept away, a page loads itself anew without asking. Without
   * a notice Flow would do so at once, even while the server stops, and the reader would be left
   * with the browser's own error page; connection.js sees the notice, and waits for the server.
   */
  private static SystemMessages messages() {
    CustomizedSystemMessages messages = new CustomizedSystemMessages();
    messages.setSessionExpiredNotificationEnabled(true);
    messages.setSessionExpiredCaption("Session expired");
    return messages;
  }

  private void frame(IndexHtmlResponse response) {
    String nonce = nonce();
    Document page = response.getDocument();
    Locale language = Language.of(response.getVaadinRequest());
    page.select("html").attr("lang", language.toLanguageTag());
    Element head = page.head();
    head.prependElement("script").appendChild(new DataNode(THEME));
    head.appendElement("link").attr("rel", "icon").attr("href", "dockline/icon.svg");
    head.appendElement("meta")
        .attr("name", "description")
        .attr("content", Words.in(language).say("app.description"));
    head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
    page.select("script").attr("nonce", nonce);
    response.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce));
  }

  /** Vaadin 25.2 builds functions from text, so unsafe-eval can't be left out yet. */
  private String policy(String nonce) {
    return String.join(
        "; ",
        "default-src 'self'",
        "script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:" + tiles.imageSource(),
        "font-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }

  private String nonce() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
  }
}
