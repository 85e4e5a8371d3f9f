#!/usr/bin/env bash
# cluster.sh [--keep]: the profile "cluster" on H2: three brokers, and stream and batch on one Spark cluster at the same time, while a
# worker and a broker are killed. Takes ten minutes and 8 GB of memory. Ends with 0 when neither starved and nothing was lost.
set -uo pipefail
# shellcheck source=functions.sh
source "$(dirname "$0")/functions.sh"
FILES+=(--env-file docs/operations/cluster.env)
export COMPOSE_PROFILES=simulator,cluster KAFKA=kafka:9092,kafka-2:9092,kafka-3:9092
services=(kafka kafka-2 kafka-3 sqlserver simulator poller stream batch dashboard spark-master spark-worker-1 spark-worker-2)

# What the master says of the cluster.
master() { compose exec -T spark-master bash -c 'exec 3<>/dev/tcp/127.0.0.1/8080; printf "GET /json/ HTTP/1.0\r\nHost: x\r\n\r\n" >&3; cat <&3' 2>/dev/null | tr -d '\r" ,'; }
workers() { [[ $(master | sed -n 's/^aliveworkers://p') == "$1" ]]; }
# cores_of APPLICATION: how many it has; nothing when it does not run.
cores_of() { awk -F: -v name="dockline-$1" '/^activeapps/ { active = 1 } /^completedapps/ { active = 0 } active && $1 == "name" { of = $2 } active && $1 == "cores" && of == name { print $2; of = "" }'; }
stream_has_core() { [[ $(master | cores_of stream) == 1 ]]; }
# Partitions of a topic whose three replicas are all in sync.
in_sync() { [[ $(kafka kafka-topics.sh --describe --topic stations_topic | grep -cE 'Replicas: [1-3],[1-3],[1-3].*Isr: [1-3],[1-3],[1-3]') == 3 ]]; }
published() { compose exec -T stream bash -c 'cat /data/snapshots/live/CURRENT' 2>/dev/null; }

# together WHAT COMMAND...: while it runs on the cluster, the stream keeps its one core and goes on to publish.
together() {
  local what=$1 job said state stream most=0 least=9 now last='' seen=0
  shift
  say "$what, beside the stream"
  "$@" & job=$!
  while kill -0 "$job" 2>/dev/null; do
    state=$(master)
    stream=$(cores_of stream <<<"$state") said=$(cores_of batch <<<"$state")
    ((${said:-0} <= most)) || most=$said
    ((${stream:-0} >= least)) || least=${stream:-0}
    ((${stream:-0} <= 1)) || wrong "the stream has $stream cores"
    now=$(published)
    [[ -z $now || $now == "$last" ]] || { last=$now && seen=$((seen + 1)); }
    sleep 1
  done
  wait "$job" || wrong "$what ended with $?"
  say "  meanwhile: batch up to $most cores, stream never less than $least nor more than 1, $seen snapshots"
  ((most > 0)) || wrong "batch had nothing of the cluster"
  ((least == 1)) || wrong "the stream lost its core"
  ((seen > 2)) || wrong "the stream published nothing meanwhile"
}

# The archive first: what was loaded since its last hour is in Kafka alone.
rebuild() { { batch_command archive && batch_command rebuild; } >"$LAB/rebuild.log" 2>&1; }

crash() {
  local before
  before=$(topic_end)
  say "kill -9: $1"
  compose exec -T "$1" bash -c 'kill -KILL -1' >/dev/null 2>&1
  within 120 "the topic grows" grows "${before:-0}"
  within 240 "all health checks are green" all_healthy
}

make_ready
say "up"
compose up -d >"$LAB/up.log" 2>&1 || wrong "compose up: $(tail -n 3 "$LAB/up.log")"
within 400 "all health checks are green" all_healthy
within 60 "two workers are there" workers 2
within 120 "the stream has its core" stream_has_core
within 120 "each partition has three replicas in sync" in_sync
within 600 "the warehouse holds eight contracts" loaded
together "everything rebuilt" rebuild
crash spark-worker-1
within 120 "two workers are there" workers 2
within 240 "the stream has its core" stream_has_core
crash kafka-2
within 240 "each partition has three replicas in sync" in_sync
together "everything rebuilt" rebuild
say "check"
compose stop poller >/dev/null 2>&1
within 120 "the stream has read everything" no_lag
batch_command archive >"$LAB/archive.log" 2>&1 || wrong "archive ended with $?: $(tail -n 2 "$LAB/archive.log")"
archived_whole "$(topic_end)" || wrong "the archive has a gap or an overlap"
chains_agree || wrong "loads failed or differ: see $LAB/runs.csv"
verified cluster
no_secret_told
ended "${1:-}"
