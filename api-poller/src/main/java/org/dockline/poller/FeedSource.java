package org.dockline.poller;

/** Which protocol to speak, and to whom. */
enum FeedSource {
  SIMULATOR("simulator"),
  JCDECAUX_V3("jcdecaux-v3"),
  JCDECAUX_V1("jcdecaux-v1"),
  GBFS("gbfs");

  private final String word;

  FeedSource(String word) {
    this.word = word;
  }

  static FeedSource of(String word) {
    for (FeedSource source : values()) {
      if (source.word.equals(word)) {
        return source;
      }
    }
    throw new IllegalArgumentException("No source is called " + word);
  }
}
