/**
 * A believable bike-share network for those who have no key: a server that speaks the providers'
 * protocols, and a way to pour the past of it into the topics.
 */
@NullMarked
package org.dockline.poller.simulator;

import org.jspecify.annotations.NullMarked;
