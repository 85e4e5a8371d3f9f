package org.dockline.station.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamagedTextTest {

  @ParameterizedTest
  @CsvSource({
    "Hôtel de Ville, H\uFFFDtel de Ville",
    "Hôtel de Ville, H\uFFFD\uFFFDtel de Ville",
    "Hôtel de Ville, HÃ´tel de Ville",
    "Hôtel  de Ville, Hôtel de Ville",
    "Hôtel de Ville, Ho\u0302tel de Ville",
    "富山駅\u3000前, 富山駅 前",
    "富山駅前, 富\uFFFD\uFFFD\uFFFD駅前",
    "L’Isle, Lâ€™Isle"
  })
  void whatDiffersInDamageOnlyIsTheSame(String whole, String damaged) {
    assertThat(DamagedText.same(whole, damaged)).isTrue();
    assertThat(DamagedText.same(damaged, whole)).isTrue();
    assertThat(DamagedText.damage(whole)).isLessThanOrEqualTo(DamagedText.damage(damaged));
  }

  @ParameterizedTest
  @CsvSource({
    "Hôtel de Ville, Hotel de Ville",
    "Gare, G\uFFFDre",
    "Hôtel de Ville, H\uFFFDtel de Paris",
    "Hôtel de Ville, \uFFFD",
    "Gare (nord), GARE (NORD)",
    "7 - Place, 8 - Place"
  })
  void whatIsSaidOtherwiseIsNot(String a, String b) {
    assertThat(DamagedText.same(a, b)).isFalse();
    assertThat(DamagedText.same(b, a)).isFalse();
  }

  @Test
  void aDamagedTextIsNoPattern() {
    assertThat(DamagedText.same("a\\E.*é", "a\\E.*\uFFFD")).isTrue();
    assertThat(DamagedText.same("abcé", "a\\E.*\uFFFD")).isFalse();
  }
}
