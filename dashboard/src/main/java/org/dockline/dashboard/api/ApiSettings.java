package org.dockline.dashboard.api;

import org.jspecify.annotations.Nullable;

/**
 * What the operator decides about what programs are served.
 *
 * @param requestsPerMinute of one address; 0: as many as come
 * @param publicUrl where the dashboard is reached from outside, without a slash at its end; null:
 *     as each caller sees it
 * @param contactEmail whom a reader of our GBFS may write to
 */
public record ApiSettings(int requestsPerMinute, @Nullable String publicUrl, String contactEmail) {}
