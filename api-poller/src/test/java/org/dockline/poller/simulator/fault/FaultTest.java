package org.dockline.poller.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {

  private static final Instant NOW = Instant.parse("2025-09-30T14:00:00Z");

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void everyKindIsReadAsItIsWritten(FaultKind kind) {
    Fault fault = new Fault(kind, "v3", "dublin", 7, 12);
    assertThat(Fault.parse(fault.toString())).isEqualTo(fault);
    assertThat(Fault.parse(kind.word())).isEqualTo(new Fault(kind, "*", "*", 1, kind.usualValue()));
    assertThat(FaultKind.help()).contains("    " + kind.word() + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sloow               | No fault is called 'sloow'
          slow:feed=v2        | No feed is called 'v2'
          slow:value=soon     | value must be a number, but was: 'soon'
          slow:evry=3         | A fault has no 'evry'
          rename:every=0      | every must be at least 1
          slow:5              | A fault reads name:word=value
          """)
  void whatIsWrongIsSaid(String text, String message) {
    assertThatThrownBy(() -> Fault.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void concernsItsFeedAndContractAlone() {
    Faults faults = new Faults();
    faults.add(Fault.parse("slow:feed=v3:contract=dublin"), NOW);
    faults.add(Fault.parse("rename:every=3"), NOW);
    assertThat(faults.of("v3", "dublin")).hasSize(2);
    assertThat(faults.of("v3", "*")).hasSize(1);
    assertThat(faults.of("v1", "dublin")).hasSize(1);
    assertThat(faults.list().get(1).concerns(6)).isTrue();
    assertThat(faults.list().get(1).concerns(7)).isFalse();
    assertThat(Fault.parse("frozen:every=3").concerns(7)).isTrue();
    faults.heal(FaultKind.SLOW);
    assertThat(faults.list()).hasSize(1);
    faults.healAll();
    assertThat(faults.list()).isEmpty();
  }
}
