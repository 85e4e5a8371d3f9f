package org.dockline.batch.load;

import java.io.Serializable;
import org.dockline.warehouse.StagingWriter;
import org.dockline.warehouse.Warehouse;

/** Opens staging writers wherever a task runs; travels to other processes. */
@FunctionalInterface
public interface StagingAccess extends Serializable {

  /** See {@link Warehouse#stage}. */
  StagingWriter stage(String loadId, int part);
}
