package org.dockline.poller.polling;

/** Listens to the topics for one feed. */
@FunctionalInterface
public interface TopicEar {

  /** Hears nothing: for a world in which nobody else speaks. */
  TopicEar DEAF = () -> Overheard.NOTHING;

  /** What was said since the last call; never waits. */
  Overheard listen();
}
