package org.dockline.dashboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitTest {

  private final RateLimit limit = new RateLimit(60);

  @Test
  void refusesOneAddressThatAsksTooMuchAndNoOther() throws Exception {
    int answered = 0;
    MockHttpServletResponse last = ask("/api/v1/contracts", "192.0.2.1");
    while (last.getStatus() == 200 && answered < 1_000) {
      answered++;
      last = ask("/api/v1/contracts", "192.0.2.1");
    }

    assertThat(answered).isBetween(20, 25);
    assertThat(last.getStatus()).isEqualTo(429);
    assertThat(last.getHeader("Retry-After")).isNotNull();
    assertThat(last.getContentType()).isEqualTo("application/problem+json");
    assertThat(ask("/api/v1/contracts", "192.0.2.2").getStatus()).isEqualTo(200);
    assertThat(ask("/live", "192.0.2.1").getStatus()).as("pages").isEqualTo(200);
  }

  @Test
  void anIpv6NetworkIsOneAddress() throws Exception {
    int refused = 0;
    for (int i = 0; i < 40; i++) {
      refused +=
          ask("/gbfs/3.0/lyon/gbfs.json", "2001:db8:1:2:0:0:0:" + i).getStatus() == 429 ? 1 : 0;
    }

    assertThat(refused).isPositive();
  }

  private MockHttpServletResponse ask(String path, String address) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setRemoteAddr(address);
    MockHttpServletResponse response = new MockHttpServletResponse();
    limit.doFilter(request, response, new MockFilterChain());
    return response;
  }
}
