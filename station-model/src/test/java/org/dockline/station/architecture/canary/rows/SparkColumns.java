package org.dockline.station.architecture.canary.rows;

import org.apache.spark.sql.Row;

/** Breaks: column names need no Spark. */
public record SparkColumns(Row row) {}
