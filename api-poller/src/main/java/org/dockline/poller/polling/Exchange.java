package org.dockline.poller.polling;

import java.time.Duration;
import org.dockline.station.Source;
import org.jspecify.annotations.Nullable;

/**
 * How the call behind an answer went.
 *
 * @param source the protocol spoken
 * @param latency until the whole answer was read
 * @param httpStatus null when no answer came
 * @param bytes size of the body, decompressed
 * @param simulated the answer says of itself that it is made by the simulator
 */
public record Exchange(
    Source source, Duration latency, @Nullable Integer httpStatus, long bytes, boolean simulated) {}
