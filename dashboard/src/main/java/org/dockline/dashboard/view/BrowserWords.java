package org.dockline.dashboard.view;

import com.vaadin.flow.internal.JacksonUtils;
import org.dockline.dashboard.text.Words;
import tools.jackson.databind.node.ObjectNode;

/** Texts that our own scripts show, as one JSON object. */
final class BrowserWords {

  private BrowserWords() {}

  /** All texts whose key begins so, under the rest of their keys; {0} stays as it is. */
  static String of(Words words, String prefix) {
    ObjectNode texts = JacksonUtils.createObjectNode();
    for (String key : words.keys(prefix)) {
      texts.put(key.substring(prefix.length()), words.say(key, "{0}", "{1}", "{2}"));
    }
    return texts.toString();
  }
}
