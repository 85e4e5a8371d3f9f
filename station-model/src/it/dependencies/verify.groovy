def log = new File(basedir, 'build.log').text
['org.dockline:api-poller', 'org.dockline:batch-etl', 'org.dockline:stream-job', 'org.dockline:dashboard',
 'org.dockline:embedded-broker', 'org.apache.spark:spark-sql_2.13', 'com.vaadin:vaadin-core',
 'com.fasterxml.jackson.core:jackson-databind'].each {
  assert log.contains("$it:jar:0.canary <--- banned"): "the enforcer let pass: $it"
}
return true
