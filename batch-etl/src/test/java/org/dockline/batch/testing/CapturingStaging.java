package org.dockline.batch.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.dockline.batch.load.StagingAccess;
import org.dockline.station.flow.StationDay;
import org.dockline.warehouse.StagingWriter;
import org.dockline.warehouse.Warehouse;

/**
 * Staging for tests, in this JVM. Tasks get a copy of it, as they would in another process, so what
 * it stands for is found by name.
 */
public final class CapturingStaging implements StagingAccess {

  private static final Map<String, List<StationDay>> STAGED = new ConcurrentHashMap<>();
  private static final Map<String, Warehouse> WAREHOUSES = new ConcurrentHashMap<>();

  private final String id = UUID.randomUUID().toString();

  private CapturingStaging() {}

  /** Keeps what is staged for {@link #staged()}. */
  public static CapturingStaging memory() {
    CapturingStaging staging = new CapturingStaging();
    STAGED.put(staging.id, new ArrayList<>());
    return staging;
  }

  /** Stages into a warehouse of this JVM. */
  public static CapturingStaging into(Warehouse warehouse) {
    CapturingStaging staging = new CapturingStaging();
    WAREHOUSES.put(staging.id, warehouse);
    return staging;
  }

  /** What was committed. */
  public List<StationDay> staged() {
    List<StationDay> staged = STAGED.get(id);
    synchronized (staged) {
      return List.copyOf(staged);
    }
  }

  @Override
  public StagingWriter stage(String loadId, int part) {
    Warehouse warehouse = WAREHOUSES.get(id);
    return warehouse == null ? new MemoryWriter(STAGED.get(id)) : warehouse.stage(loadId, part);
  }

  private static final class MemoryWriter implements StagingWriter {
    private final List<StationDay> committed;
    private final List<StationDay> added = new ArrayList<>();

    MemoryWriter(List<StationDay> committed) {
      this.committed = committed;
    }

    @Override
    public void add(StationDay day) {
      added.add(day);
    }

    @Override
    public void commit() {
      synchronized (committed) {
        committed.addAll(added);
      }
    }

    @Override
    public void close() {
      added.clear();
    }
  }
}
