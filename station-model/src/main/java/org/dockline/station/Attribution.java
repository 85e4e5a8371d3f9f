package org.dockline.station;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom to name, and under which licence, wherever the data of a feed is shown; each part null when
 * the feed does not say. What is blank or too long to be shown counts as not said.
 *
 * @param organization whom the feed asks to name
 * @param url a page of that organisation
 * @param operator who runs the system
 * @param licenseId an SPDX identifier, such as {@code CC-BY-4.0}
 * @param licenseUrl the text of the licence
 */
public record Attribution(
    @Nullable String organization,
    @Nullable String url,
    @Nullable String operator,
    @Nullable String licenseId,
    @Nullable String licenseUrl) {

  /** Every report repeats it. */
  private static final int LONGEST = 500;

  private static final Pattern WEB =
      Pattern.compile("https?://[^\\s/?#\"<>]+([/?#][^\\s\"<>]*)?", Pattern.CASE_INSENSITIVE);

  /** Keeps what can be shown. */
  public Attribution {
    organization = shown(organization);
    url = shown(url);
    operator = shown(operator);
    licenseId = shown(licenseId);
    licenseUrl = shown(licenseUrl);
  }

  /** Whom to name: the organisation, or else the operator; empty when the feed names nobody. */
  public Optional<String> whom() {
    return Optional.ofNullable(organization == null ? operator : organization);
  }

  /** Whether neither a name nor a licence is said. */
  public boolean isEmpty() {
    return whom().isEmpty() && licenseId == null && licenseUrl == null;
  }

  /** The organisation's page, when a browser may be sent there. */
  public Optional<String> page() {
    return web(url);
  }

  /** The page of the licence, when a browser may be sent there. */
  public Optional<String> licensePage() {
    return web(licenseUrl);
  }

  private static @Nullable String shown(@Nullable String text) {
    return text == null || text.isBlank() || text.length() > LONGEST ? null : text.strip();
  }

  /** What a feed writes is no link just because it says so: it could be a script. */
  private static Optional<String> web(@Nullable String address) {
    return Optional.ofNullable(address).filter(a -> WEB.matcher(a).matches());
  }
}
