package org.dockline.dashboard.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** What every answer says to browsers that would be too trusting. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class SecurityHeaders extends OncePerRequestFilter {

  /** For what is no page: if a browser took it for one, it could do nothing. */
  private static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String PERMISSIONS =
      "geolocation=(self), camera=(), microphone=(), payment=(), usb=()";

  private final String referrer;

  /** Tile servers want to know which site asks them; nobody else needs to. */
  public SecurityHeaders(MapTiles tiles) {
    referrer = tiles.url() == null ? "same-origin" : "strict-origin-when-cross-origin";
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", referrer);
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Permissions-Policy", PERMISSIONS);
    // A page's frame says more; see FirstPage.
    response.setHeader("Content-Security-Policy", NOTHING);
    chain.doFilter(request, response);
  }
}
