package org.dockline.dashboard.view;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.dockline.dashboard.push.Moment;
import org.dockline.dashboard.text.Contracts;
import org.dockline.dashboard.text.Folded;
import org.dockline.dashboard.text.Words;
import org.jspecify.annotations.Nullable;

/** Chooses a city; id: {@code choose-city}. */
final class CityChooser extends ComboBox<String> {

  private static final long serialVersionUID = 1;

  private final transient Contracts contracts;
  private List<String> known = List.of();
  private @Nullable String chosen;

  CityChooser(Words words, Contracts contracts, Consumer<String> choose) {
    this.contracts = contracts;
    setId("choose-city");
    addClassName("city-chooser");
    setLabel(words.say("choose.contract"));
    setPlaceholder(words.say("contract.choose"));
    setItemLabelGenerator(contracts::city);
    addValueChangeListener(
        change -> {
          if (change.isFromClient() && change.getValue() != null) {
            choose.accept(change.getValue());
          }
        });
  }

  /** Offers the cities of this moment. */
  void show(Moment moment) {
    List<String> all =
        moment.board().figures().keySet().stream()
            .sorted(Comparator.comparing(contracts::city))
            .toList();
    if (!all.equals(known)) {
      known = all;
      setItems((name, wanted) -> Folded.matches(contracts.city(name), wanted), known);
      select(chosen);
    }
  }

  /** Shows which city is chosen. */
  void select(@Nullable String contract) {
    chosen = contract;
    setValue(contract != null && known.contains(contract) ? contract : null);
  }
}
