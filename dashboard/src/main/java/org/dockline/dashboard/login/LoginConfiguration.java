package org.dockline.dashboard.login;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Lets in who has logged in. All that shows data needs it: the pages, their map, REST, GBFS and
 * metrics. What does not: the login itself, style sheets and scripts, and health, which probes ask.
 * Programs send name and password with each request (HTTP Basic); only pages are sent to the login.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@ConditionalOnBooleanProperty(LoginConfiguration.WANTED)
public class LoginConfiguration {

  /** The property that says whether there is a login. */
  public static final String WANTED = "dockline.login";

  private static final String REALM = "Dockline";

  /** Of these kinds Vaadin answers only what belongs to a page that was let in. */
  private static final Set<String> OF_OPEN_PAGES = Set.of("uidl", "heartbeat", "push");

  private static final RequestMatcher OPEN =
      any("/login", "/dockline/**", "/webjars/**", "/VAADIN/**", "/actuator/health/**", "/error");

  private static final RequestMatcher PROGRAMS =
      any("/api/**", "/gbfs/**", "/openapi.json", "/actuator/**");

  private static final RequestMatcher PARTS = any("/live/**", "/playback/*/*");

  @Bean
  SecurityFilterChain chain(HttpSecurity http, LoginSettings settings) throws Exception {
    http.authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers(OPEN, LoginConfiguration::isOfOpenPage)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        // Our own headers say more; Vaadin's requests carry a token of their own.
        .headers(AbstractHttpConfigurer::disable)
        .csrf(csrf -> csrf.ignoringRequestMatchers(LoginConfiguration::isVaadins, PROGRAMS))
        .requestCache(cache -> cache.requestCache(asked()))
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(LoginConfiguration::entries);
    if (settings.passwords() != null) {
      http.httpBasic(basic -> basic.realmName(REALM));
    }
    if (settings.kind() == LoginSettings.Kind.OIDC) {
      http.oauth2Login(
          oidc ->
              oidc.loginPage(LoginPage.PATH)
                  .failureUrl(LoginPage.FAILED)
                  .clientRegistrationRepository(
                      new Provider(Objects.requireNonNull(settings.issuer()))));
    } else {
      http.formLogin(form -> form.loginPage(LoginPage.PATH).failureUrl(LoginPage.FAILED));
    }
    return http.build();
  }

  /** What a reader wanted to see before the login. */
  @SuppressWarnings("NullAway") // Null leaves the address as it is; its library does not say so.
  private static HttpSessionRequestCache asked() {
    HttpSessionRequestCache asked = new HttpSessionRequestCache();
    asked.setMatchingRequestParameterName(null);
    asked.setRequestMatcher(LoginConfiguration::isPage);
    return asked;
  }

  private static void entries(ExceptionHandlingConfigurer<HttpSecurity> handling) {
    BasicAuthenticationEntryPoint basic = new BasicAuthenticationEntryPoint();
    basic.setRealmName(REALM);
    handling
        .defaultAuthenticationEntryPointFor(basic, PROGRAMS)
        // A browser must not ask for a password of its own when a map can't be filled.
        .defaultAuthenticationEntryPointFor(
            new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
            new OrRequestMatcher(PARTS, LoginConfiguration::isVaadins))
        .defaultAuthenticationEntryPointFor(
            new LoginUrlAuthenticationEntryPoint(LoginPage.PATH), request -> true);
  }

  @Bean
  UserDetailsService people(LoginSettings settings) {
    return settings.passwords() == null
        ? name -> {
          throw new UsernameNotFoundException("There are no passwords");
        }
        : new PasswordFile(settings.passwords());
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder();
  }

  /** Before all that shows data, after what sets headers. */
  @Bean
  FilterRegistrationBean<Filter> loginFilter(@Qualifier("springSecurityFilterChain") Filter chain) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(chain);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
    return registration;
  }

  private static RequestMatcher any(String... patterns) {
    RequestMatcher[] matchers = new RequestMatcher[patterns.length];
    for (int i = 0; i < patterns.length; i++) {
      matchers[i] = PathPatternRequestMatcher.pathPattern(patterns[i]);
    }
    return new OrRequestMatcher(matchers);
  }

  private static boolean isVaadins(HttpServletRequest request) {
    return request.getParameter("v-r") != null;
  }

  private static boolean isOfOpenPage(HttpServletRequest request) {
    String kind = request.getParameter("v-r");
    return kind != null && OF_OPEN_PAGES.contains(kind);
  }

  private static boolean isPage(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && !isVaadins(request)
        && !PROGRAMS.matches(request)
        && !PARTS.matches(request);
  }
}
