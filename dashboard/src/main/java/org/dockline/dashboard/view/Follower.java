package org.dockline.dashboard.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.shared.communication.PushMode;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dockline.dashboard.live.Subscription;
import org.dockline.dashboard.push.Moments;

/**
 * Brings moments to one page while it is open: the newest one only, and nothing to a browser whose
 * line is down, for it would pile up in memory. Such a page is whole again with the next moment.
 */
final class Follower {

  private final UI ui;
  private final Moments moments;
  private final ShowsMoment page;
  private final AtomicBoolean waiting = new AtomicBoolean();

  private Follower(UI ui, Moments moments, ShowsMoment page) {
    this.ui = ui;
    this.moments = moments;
    this.page = page;
  }

  /** Follows from when the component is attached until it is detached. */
  static void follow(Component component, Moments moments, ShowsMoment page) {
    component.addAttachListener(
        attach -> {
          Follower follower = new Follower(attach.getUI(), moments, page);
          Subscription subscription =
              moments.listen(moment -> follower.wake(), () -> gone(attach.getUI()));
          component.addDetachListener(
              detach -> {
                subscription.end();
                detach.unregisterListener();
              });
        });
  }

  /**
   * Flow detaches a page that was left, or whose session ended, which closes it first; but no page
   * may live on because it is told.
   */
  private static boolean gone(UI ui) {
    return ui.isClosing() || ui.getSession() == null;
  }

  private void wake() {
    if (waiting.compareAndSet(false, true)) {
      try {
        Future<Void> unused = ui.access(this::bring);
      } catch (UIDetachedException e) {
        waiting.set(false);
      }
    }
  }

  private void bring() {
    waiting.set(false);
    if (connected()) {
      moments.current().ifPresent(page::show);
    }
  }

  private boolean connected() {
    if (ui.getPushConfiguration().getPushMode() == PushMode.DISABLED) {
      return true;
    }
    PushConnection connection = ui.getInternals().getPushConnection();
    return connection != null && connection.isConnected();
  }
}
