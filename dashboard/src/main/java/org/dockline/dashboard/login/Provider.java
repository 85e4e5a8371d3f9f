package org.dockline.dashboard.login;

import org.dockline.dashboard.login.LoginSettings.Issuer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * An OpenID Connect provider, asked for its addresses when the first reader wants to log in: the
 * dashboard starts without it.
 */
final class Provider implements ClientRegistrationRepository {

  /** The name of the one provider in our addresses. */
  static final String NAME = "oidc";

  private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

  private final Issuer issuer;
  private @Nullable ClientRegistration known;

  Provider(Issuer issuer) {
    this.issuer = issuer;
  }

  @Override
  public synchronized @Nullable ClientRegistration findByRegistrationId(String name) {
    if (!name.equals(NAME)) {
      return null;
    }
    if (known == null) {
      known = ask();
    }
    return known;
  }

  private @Nullable ClientRegistration ask() {
    try {
      return ClientRegistrations.fromIssuerLocation(issuer.address())
          .registrationId(NAME)
          .clientId(issuer.clientId())
          .clientSecret(issuer.clientSecret().reveal())
          .scope("openid", "profile", "email")
          .build();
    } catch (RuntimeException e) {
      LOG.warn(
          "Nobody can log in: {} does not tell its addresses: {}", issuer.address(), e.toString());
      return null;
    }
  }
}
