package org.dockline.dashboard.view;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads in the background and brings the answer to a page, if it is still open then. */
final class Later {

  private static final Logger LOG = LoggerFactory.getLogger(Later.class);

  private Later() {}

  /**
   * Asks; the page goes on meanwhile.
   *
   * @param question may take long; runs elsewhere
   * @param arrived takes the answer, on the page
   * @param failed says that there is none, on the page
   */
  static <T> void read(
      Executor background, Supplier<T> question, Consumer<T> arrived, Command failed) {
    UI ui = UI.getCurrent();
    background.execute(
        () -> {
          Command next;
          try {
            T answer = question.get();
            next = () -> arrived.accept(answer);
          } catch (RuntimeException e) {
            LOG.warn("A page could not be filled", e);
            next = failed;
          }
          bring(ui, next);
        });
  }

  private static void bring(UI ui, Command next) {
    try {
      Future<Void> unused = ui.access(next);
    } catch (UIDetachedException e) {
      // The reader has left; nobody waits for it.
    }
  }
}
