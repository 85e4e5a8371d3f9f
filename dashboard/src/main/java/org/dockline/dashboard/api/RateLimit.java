package org.dockline.dashboard.api;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/** How much one address may ask for: so much a minute, a tenth of it at once. */
public final class RateLimit extends OncePerRequestFilter {

  private static final int ADDRESSES = 20_000;

  private final int perMinute;
  private final Map<String, Bucket> buckets =
      Collections.synchronizedMap(
          new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
              return size() > ADDRESSES;
            }
          });

  /**
   * Allows so many requests.
   *
   * @param perMinute 0: as many as come
   */
  public RateLimit(int perMinute) {
    this.perMinute = perMinute;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.startsWith("/api/") && !path.startsWith("/gbfs/") && !path.equals("/openapi.json");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", "ETag, Retry-After");
    if (perMinute == 0) {
      chain.doFilter(request, response);
      return;
    }
    ConsumptionProbe probe =
        buckets
            .computeIfAbsent(network(request.getRemoteAddr()), address -> bucket())
            .tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      chain.doFilter(request, response);
    } else {
      long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
      response.setHeader("Retry-After", Long.toString(seconds));
      Problems.write(
          request, response, 429, "at most " + perMinute + " requests a minute are answered");
    }
  }

  private Bucket bucket() {
    long burst = Math.max(20, perMinute / 10);
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(burst)
                .refillGreedy(perMinute, Duration.ofMinutes(1))
                .build())
        .build();
  }

  /** Whoever has one IPv6 address has 2^64 of them. */
  private static String network(String address) {
    String[] parts = address.split(":", -1);
    return parts.length > 4 ? String.join(":", java.util.Arrays.copyOf(parts, 4)) : address;
  }
}
