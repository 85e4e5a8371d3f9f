package org.dockline.batch.notify;

/** Takes notices to people. */
@FunctionalInterface
public interface Notifier {

  /** Takes it over and returns at once; never throws. */
  void tell(Notice notice);
}
