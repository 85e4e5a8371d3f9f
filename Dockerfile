# Every image of Dockline, one target each:
#   docker build --target api-poller|warehouse-sql|batch-etl|stream-job|dashboard|spark-node -t NAME .
# The modules are built once, in the stage "reactor". Whoever has built them already (mvn package, docs/operations/image/layout.sh)
# hands that over instead: --build-context reactor=target/images

ARG JRE=eclipse-temurin:25-jre-noble

FROM maven:3.9-eclipse-temurin-25 AS reactor
WORKDIR /src
COPY . .
# The libraries stay in a cache of the builder, so a changed line of code downloads nothing again.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -q -DskipTests -Dinvoker.skip=true -am -pl api-poller,warehouse-sql,batch-etl,stream-job,dashboard package \
 && docs/operations/image/layout.sh /src /out

# What all services share: a JRE, a user without a shell, a health check without curl, folders for volumes.
FROM ${JRE} AS runtime
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.vendor="Dockline" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
RUN groupadd --gid 10001 dockline \
 && useradd --uid 10001 --gid dockline --no-create-home --shell /usr/sbin/nologin dockline \
 && install -d -o dockline -g dockline /app /data/spool /data/snapshots /data/checkpoints /data/archive /data/work
COPY --chmod=0755 docs/operations/image/healthy.sh /app/healthy
# By default glibc keeps tens of MB of arenas in each JVM.
ENV MALLOC_ARENA_MAX=2 LANG=C.UTF-8 LC_ALL=C.UTF-8
WORKDIR /app
STOPSIGNAL SIGTERM

FROM runtime AS api-poller
LABEL org.opencontainers.image.title="dockline/api-poller" \
      org.opencontainers.image.description="Asks the feeds of bike-share systems and puts what changed into Kafka; the simulator too"
COPY --from=reactor /out/api-poller/lib /app/lib
COPY --from=reactor /out/api-poller/own /app/own
COPY --from=reactor /out/api-poller/java.args /app/java.args
ENV SPOOL_DIR=/data/spool
USER 10001:10001
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["/app/healthy", "8511", "/health"]
ENTRYPOINT ["java", "@/app/java.args", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "org.dockline.poller.Poller"]

FROM runtime AS warehouse-sql
LABEL org.opencontainers.image.title="dockline/warehouse-sql" \
      org.opencontainers.image.description="Brings the warehouse to this version's schema, and ends"
COPY --from=reactor /out/warehouse-sql/lib /app/lib
COPY --from=reactor /out/warehouse-sql/own /app/own
COPY --from=reactor /out/warehouse-sql/java.args /app/java.args
USER 10001:10001
# It ends by itself: its exit code is its health.
HEALTHCHECK NONE
ENTRYPOINT ["java", "@/app/java.args", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "org.dockline.warehouse.migration.WarehouseMigration"]

# Batch and stream have most of Spark in common; it lies in one layer, which is stored and sent once.
FROM runtime AS spark
COPY --from=reactor /out/spark/lib /app/spark

FROM spark AS batch-etl
LABEL org.opencontainers.image.title="dockline/batch-etl" \
      org.opencontainers.image.description="Archives the topics each hour and loads every complete day into the warehouse"
COPY --from=reactor /out/batch-etl/lib /app/lib
COPY --from=reactor /out/batch-etl/own /app/own
COPY --from=reactor /out/batch-etl/java.args /app/java.args
ENV SNAPSHOT_DIR=/data/snapshots ARCHIVE_DIR=/data/archive SPARK_LOCAL_DIRS=/data/work SPARK_LOCAL_IP=127.0.0.1
USER 10001:10001
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["/app/healthy", "8513", "/health"]
# The schedule alone; a load is a process of its own with the heap that BATCH_LOAD_HEAP says.
ENTRYPOINT ["java", "@/app/java.args", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=6", "-XX:+ExitOnOutOfMemoryError", "org.dockline.batch.BatchEtl"]
CMD ["schedule"]

FROM spark AS stream-job
LABEL org.opencontainers.image.title="dockline/stream-job" \
      org.opencontainers.image.description="Publishes the newest state and the last days of every station as Parquet, seconds after Kafka has them"
COPY --from=reactor /out/stream-job/lib /app/lib
COPY --from=reactor /out/stream-job/own /app/own
COPY --from=reactor /out/stream-job/java.args /app/java.args
ENV SNAPSHOT_DIR=/data/snapshots CHECKPOINT_DIR=/data/checkpoints SPARK_LOCAL_IP=127.0.0.1
USER 10001:10001
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 CMD ["/app/healthy", "8512", "/health"]
ENTRYPOINT ["java", "@/app/java.args", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxRAMPercentage=40", "-XX:+ExitOnOutOfMemoryError", "org.dockline.stream.StreamJob"]

# A node of a Spark cluster for the two jobs: their own Spark, laid out as its scripts expect it.
FROM spark AS spark-node
LABEL org.opencontainers.image.title="dockline/spark-node" \
      org.opencontainers.image.description="Master or worker of the Spark cluster that batch and stream share"
COPY --from=reactor /out/batch-etl/lib /app/lib
COPY --from=reactor /out/batch-etl/own /app/own
COPY --from=reactor /out/stream-job/lib /app/lib
COPY --from=reactor /out/stream-job/own /app/own
COPY --from=reactor /out/spark-node/java.args /app/java.args
RUN mkdir -p /opt/spark/jars && ln -s /app/spark/*.jar /app/lib/*.jar /app/own/*.jar /opt/spark/jars/
ENV SPARK_HOME=/opt/spark SPARK_SCALA_VERSION=2.13 SPARK_WORKER_DIR=/data/work SPARK_LOCAL_DIRS=/data/work
USER 10001:10001
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["/app/healthy", "8080", "/json/"]
ENTRYPOINT ["java", "@/app/java.args", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=20", "-XX:+ExitOnOutOfMemoryError"]
CMD ["org.apache.spark.deploy.master.Master"]

FROM runtime AS dashboard
LABEL org.opencontainers.image.title="dockline/dashboard" \
      org.opencontainers.image.description="The live pages, the REST interface and GBFS out"
COPY --from=reactor /out/dashboard/lib /app/lib
COPY --from=reactor /out/dashboard/own /app
COPY --from=reactor /out/dashboard/java.args /app/java.args
ENV SNAPSHOT_DIR=/data/snapshots DASHBOARD_ADDRESS=0.0.0.0
USER 10001:10001
# One start without a warehouse, so that every later one finds its classes loaded and linked.
RUN ["java", "@/app/java.args", "-XX:+UseSerialGC", "-XX:AOTCacheOutput=/app/dashboard.aot", "-Dspring.context.exit=onRefresh", "-jar", "/app/dashboard.jar"]
EXPOSE 8501
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 CMD ["/app/healthy", "8501", "/actuator/health"]
ENTRYPOINT ["java", "@/app/java.args", "-XX:+UseSerialGC", "-XX:AOTCache=/app/dashboard.aot", "-XX:MaxRAMPercentage=45", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/dashboard.jar"]
