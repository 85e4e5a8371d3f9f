package org.dockline.dashboard.live;

/** Ends a listening; ending it twice does no harm. */
@FunctionalInterface
public interface Subscription {

  /** No further call begins after this returns. */
  void end();
}
