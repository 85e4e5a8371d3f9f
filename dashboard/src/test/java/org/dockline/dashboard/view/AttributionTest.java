package org.dockline.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dockline.dashboard.live.Credits;
import org.dockline.dashboard.text.Words;
import org.dockline.dashboard.web.MapTiles;
import org.dockline.station.Attribution;
import org.junit.jupiter.api.Test;

/** What stands at the foot of every page. */
class AttributionTest {

  private final org.dockline.dashboard.view.Attribution footer =
      new org.dockline.dashboard.view.Attribution(Words.in(Locale.ENGLISH), MapTiles.NONE);

  @Test
  void namesTheFeedItsLicenceAndWhereBothStand() {
    Attribution oslo =
        new Attribution("Oslo <b>", "https://oslo.example", "UIP", null, "https://l.example/by");
    footer.show(new Credits(false, false, List.of(oslo), false));
    assertThat(html())
        .contains("Data: ", "href=\"https://oslo.example\"", "Oslo &lt;b&gt;")
        .contains("href=\"https://l.example/by\"", ">licence</a>")
        .contains("rel=\"noopener noreferrer\"")
        .doesNotContain("JCDecaux");
  }

  @Test
  void namesJcdecauxBesideOthers() {
    Attribution oslo = new Attribution("Oslo", "javascript:alert(1)", null, "CC-BY-4.0", null);
    footer.show(new Credits(false, true, List.of(oslo), true));
    assertThat(html())
        .contains("Data: JCDecaux, Licence Ouverte", "Oslo (CC-BY-4.0)", "the operators named")
        .doesNotContain("javascript");
  }

  @Test
  void aLongListCanBeOpened() {
    List<Attribution> cities =
        IntStream.range(0, 9)
            .mapToObj(i -> new Attribution("City " + i, null, null, null, null))
            .toList();
    footer.show(new Credits(false, false, cities, false));
    assertThat(html()).contains("<details>", "and 3 more", "City 8");
  }

  private String html() {
    return footer.getElement().getOuterHTML().replaceAll("\\n *", "");
  }
}
