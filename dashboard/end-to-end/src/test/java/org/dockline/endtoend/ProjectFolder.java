package org.dockline.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project is that is tested. */
public final class ProjectFolder {

  private ProjectFolder() {}

  /** The folder that holds the modules. */
  public static Path path() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("station-model"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("Run this inside the project");
      }
    }
    return folder;
  }
}
