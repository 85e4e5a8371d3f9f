package org.dockline.poller.jcdecaux;

import java.net.URI;
import okhttp3.HttpUrl;
import org.dockline.poller.decode.AnswerText;
import org.dockline.station.ContractCatalogue;
import org.dockline.station.PollReport;
import org.dockline.station.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What to ask, and with which key.
 *
 * @param api the address of the API, to which {@code /vls/…} is added
 * @param key part of nothing but the request itself
 * @param contract as the provider spells it; null asks for all in one call
 */
public record JcdecauxAccess(URI api, Secret key, @Nullable String contract) {

  /** A shorter key, as simulators take any, would be found in ordinary words. */
  private static final int SHORTEST_RECOGNISABLE = 8;

  /** Today's name of the contract, or {@code *}. */
  String scope() {
    return contract == null ? PollReport.ALL : ContractCatalogue.canonicalName(contract);
  }

  HttpUrl stations(String version) {
    HttpUrl.Builder url =
        HttpUrl.get(api.toString())
            .newBuilder()
            .addPathSegments("vls/" + version + "/stations")
            .query(null);
    if (contract != null) {
      url.addQueryParameter("contract", contract);
    }
    return url.addQueryParameter("apiKey", key.reveal()).build();
  }

  /** The answer without the key, should the provider have repeated it. */
  AnswerText redacted(AnswerText answer) {
    String secret = key.reveal();
    return secret.length() < SHORTEST_RECOGNISABLE
        ? answer
        : new AnswerText(answer.text().replace(secret, key.toString()), answer.damaged());
  }
}
