package org.dockline.station.snapshot;

import java.time.Instant;

/**
 * The content of {@code live/CURRENT}.
 *
 * @param stationsFile Parquet file in {@code live/} with the newest observations
 * @param pipelineFile JSON file in {@code live/} with the {@link PipelineFacts} of the same moment
 * @param batchId the micro-batch that made them; grows
 * @param asOf when it was made
 */
public record LivePointer(String stationsFile, String pipelineFile, long batchId, Instant asOf) {}
