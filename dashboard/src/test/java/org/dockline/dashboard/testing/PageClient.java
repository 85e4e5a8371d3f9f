package org.dockline.dashboard.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An open page without a browser: asks the dashboard for what a browser asks for, follows what is
 * pushed, and draws nothing. A hundred browsers would measure themselves.
 */
public final class PageClient {

  private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");
  private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
  private static final Pattern PUSH = Pattern.compile("\"Vaadin-Push-ID\":\"([^\"]+)\"");

  private final HttpClient browser;
  private final String address;
  private final String ui;
  private final String key;
  private final String push;
  private final AtomicLong received = new AtomicLong();
  private @Nullable WebSocket socket;

  private PageClient(HttpClient browser, String address, String ui, String key, String push) {
    this.browser = browser;
    this.address = address;
    this.ui = ui;
    this.key = key;
    this.push = push;
  }

  /** A browser with cookies of its own, in which any number of pages may be opened. */
  public static HttpClient browser() {
    return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  /**
   * Opens a page and its line for pushes.
   *
   * @param address of the dashboard
   * @param query what stands behind the question mark of the live page's address; may be empty
   */
  public static PageClient open(HttpClient browser, String address, String query)
      throws IOException, InterruptedException {
    get(browser, address + "/?" + query);
    String init =
        get(
            browser,
            address
                + "/?v-r=init&location=&query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8)
                + "&v-sh=900&v-sw=1440&v-tzid=UTC");
    PageClient page =
        new PageClient(browser, address, first(UI, init), first(KEY, init), first(PUSH, init));
    page.listen();
    page.post(
        "[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"/\",\"query\":\""
            + query
            + "\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}]",
        "");
    return page;
  }

  private void listen() {
    String line =
        address.replaceFirst("http", "ws")
            + "/VAADIN/push?v-r=push&v-uiId="
            + ui
            + "&v-pushId="
            + push
            + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1"
            + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true"
            + "&Content-Type=application/json;%20charset=UTF-8&X-atmo-protocol=true"
            + "&X-Vaadin-LastSeenServerSyncId=0";
    socket = browser.newWebSocketBuilder().buildAsync(URI.create(line), new Ear()).join();
  }

  /** Characters pushed since it was opened; nearly all of them one byte. */
  public long received() {
    return received.get();
  }

  /** Says that it is open still, as a browser does every five minutes: else it is given up. */
  public void beat() throws IOException, InterruptedException {
    send(
        browser,
        HttpRequest.newBuilder(URI.create(address + "/?v-r=heartbeat&v-uiId=" + ui))
            .POST(BodyPublishers.noBody())
            .build());
  }

  /** Leaves the page as a browser does. */
  public void leave() throws IOException, InterruptedException {
    post("[]", ",\"UNLOAD\":true");
    vanish();
  }

  /** Is gone without a word, as a machine that is switched off. */
  public void vanish() {
    WebSocket open = socket;
    if (open != null) {
      open.abort();
    }
  }

  private void post(String calls, String more) throws IOException, InterruptedException {
    String body =
        "{\"csrfToken\":\""
            + key
            + "\",\"rpc\":"
            + calls
            + ",\"syncId\":-1,\"clientId\":"
            + (more.isEmpty() ? 0 : 1)
            + more
            + "}";
    send(
        browser,
        HttpRequest.newBuilder(URI.create(address + "/?v-r=uidl&v-uiId=" + ui))
            .header("Content-Type", "application/json; charset=UTF-8")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static String get(HttpClient browser, String url)
      throws IOException, InterruptedException {
    return send(browser, HttpRequest.newBuilder(URI.create(url)).build());
  }

  private static String send(HttpClient browser, HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = browser.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(request + " was answered by " + answer.statusCode());
    }
    return answer.body();
  }

  private static String first(Pattern pattern, String text) throws IOException {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IOException("There is no " + pattern + " in: " + text);
    }
    return found.group(1);
  }

  private final class Ear implements WebSocket.Listener {
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      received.addAndGet(text.length());
      from.request(1);
      return null;
    }
  }
}
