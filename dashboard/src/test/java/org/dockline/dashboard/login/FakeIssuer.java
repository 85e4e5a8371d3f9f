package org.dockline.dashboard.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** An OpenID Connect provider that vouches for everybody under one name, without asking. */
final class FakeIssuer implements AutoCloseable {

  static final String NAME = "zoe@example.org";

  private final HttpServer server;
  private final RSAKey key;
  private final Map<String, String> nonceByCode = new ConcurrentHashMap<>();

  private FakeIssuer(HttpServer server, RSAKey key) {
    this.server = server;
    this.key = key;
  }

  static FakeIssuer start() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    FakeIssuer issuer = new FakeIssuer(server, new RSAKeyGenerator(2048).keyID("k").generate());
    server.createContext("/.well-known/openid-configuration", e -> tell(e, issuer.addresses()));
    server.createContext("/keys", e -> tell(e, new JWKSet(issuer.key.toPublicJWK()).toString()));
    server.createContext("/authorize", issuer::authorize);
    server.createContext("/token", issuer::token);
    server.createContext("/userinfo", e -> tell(e, "{\"sub\":\"" + NAME + "\"}"));
    server.start();
    return issuer;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private String addresses() {
    return """
    {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
     "jwks_uri":"%1$s/keys","userinfo_endpoint":"%1$s/userinfo","response_types_supported":["code"],
     "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}
    """
        .formatted(address());
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = values(exchange.getRequestURI().getRawQuery());
    nonceByCode.put("code", asked.getOrDefault("nonce", ""));
    exchange
        .getResponseHeaders()
        .set("Location", asked.get("redirect_uri") + "?code=code&state=" + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String nonce = Objects.requireNonNull(nonceByCode.remove(values(body).get("code")));
    tell(
        exchange,
        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
            + idToken(nonce)
            + "\"}");
  }

  private String idToken(String nonce) throws IOException {
    Instant now = Clock.systemUTC().instant();
    String claims =
        "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"dockline\",\"nonce\":\"%s\",\"iat\":%d,\"exp\":%d}"
            .formatted(
                address(), NAME, nonce, now.getEpochSecond(), now.plusSeconds(60).getEpochSecond());
    JWSObject token =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), new Payload(claims));
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IOException(e);
    }
    return token.serialize();
  }

  private static Map<String, String> values(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static void tell(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
