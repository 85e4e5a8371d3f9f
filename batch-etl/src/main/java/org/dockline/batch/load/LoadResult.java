package org.dockline.batch.load;

/**
 * How a load went.
 *
 * @param loaded contract-days that are in the warehouse now
 * @param failed contract-days that could not be loaded this time
 * @param impossible contract-days and contracts that no further try will load as things are
 */
public record LoadResult(int loaded, int failed, int impossible) {}
