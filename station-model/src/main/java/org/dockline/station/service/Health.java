package org.dockline.station.service;

import java.util.Map;

/**
 * How a service is.
 *
 * @param up whether it does its work
 * @param details short facts by name, in the order to show them; no secrets
 */
public record Health(boolean up, Map<String, String> details) {}
