/** What a test run tells, in every module that has this module's tests on its class path. */
package org.dockline.station.reporting;
