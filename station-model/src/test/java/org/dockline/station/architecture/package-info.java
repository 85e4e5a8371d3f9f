/**
 * The rules of the design as tests: which way packages may look, and what the pure middle must not
 * touch. Each module runs them over its own classes; the canaries show that each of them bites.
 */
package org.dockline.station.architecture;
