package org.dockline.stream.testing;

/** The process ended here. An Error, so that nothing catches it. */
public final class Killed extends Error {

  private static final long serialVersionUID = 1L;

  Killed(String where) {
    super(where);
  }
}
