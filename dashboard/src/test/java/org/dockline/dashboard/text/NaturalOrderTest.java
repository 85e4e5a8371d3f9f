package org.dockline.dashboard.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

  @Test
  void ordersNumbersByValueAndLettersWithoutAccents() {
    List<String> names =
        List.of("10 - Cité", "2 - Gare", "Écluse", "00007 - Bellecour", "eau", "Zoo", "Gare 12 b");
    assertThat(names.stream().sorted(NaturalOrder.OF_NAMES))
        .containsExactly(
            "2 - Gare", "00007 - Bellecour", "10 - Cité", "eau", "Écluse", "Gare 12 b", "Zoo");
  }

  @Property(tries = 300)
  void isAnOrder(
      @ForAll @CharRange(from = '0', to = 'C') String a,
      @ForAll @CharRange(from = '0', to = 'C') String b,
      @ForAll @CharRange(from = '0', to = 'C') String c) {
    assertThat(NaturalOrder.OF_NAMES.compare(a, b)).isEqualTo(-NaturalOrder.OF_NAMES.compare(b, a));
    assertThat(NaturalOrder.OF_NAMES.compare(a, b) == 0).isEqualTo(a.equals(b));
    List<String> sorted = List.of(a, b, c).stream().sorted(NaturalOrder.OF_NAMES).toList();
    assertThat(NaturalOrder.OF_NAMES.compare(sorted.get(0), sorted.get(2))).isNotPositive();
  }
}
