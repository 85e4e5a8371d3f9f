#!/usr/bin/env bash
# trial.sh [--keep]: the whole system in containers, on H2, with faults one after another. Takes ten minutes and 4 GB of memory.
# The images have to be there (docker/build.sh). Ends with 0 when nothing was lost and nothing is double; --keep leaves it running.
set -uo pipefail
cd "$(dirname "$0")/../.."
keep=${1:-}
export SECRETS_DIR=${SECRETS_DIR:-$PWD/target/lab-secrets} DASHBOARD_PORT=${DASHBOARD_PORT:-18501}
services=(kafka sqlserver simulator poller stream batch dashboard)
problems=0

say() { printf '%(%H:%M:%S)T %s\n' -1 "$*"; }
wrong() { say "WRONG: $*"; problems=$((problems + 1)); }
compose() { docker compose -f dockercompose.yaml -f docker/lab/h2.yaml --env-file docker/lab/lab.env "$@"; }
api() { (exec 3<>"/dev/tcp/127.0.0.1/$DASHBOARD_PORT" && printf 'GET %s HTTP/1.0\r\nHost: localhost\r\nAccept: %s\r\n\r\n' "$1" "${2:-*/*}" >&3 && timeout 30 cat <&3) 2>/dev/null; }

# within SECONDS WHAT COMMAND...: until the command succeeds; how long it took is said.
within() {
  local limit=$1 what=$2 begin=$SECONDS
  shift 2
  until "$@"; do
    ((SECONDS - begin < limit)) || { wrong "not within $limit s: $what"; return 1; }
    sleep 2
  done
  say "  $what after $((SECONDS - begin)) s"
}

healthy() { [[ $(docker inspect -f '{{.State.Health.Status}}' "$(compose ps -q "$1")" 2>/dev/null) == healthy ]]; }
all_healthy() { local s; for s in "${services[@]}"; do healthy "$s" || return 1; done; }
answers() { api /actuator/health | grep -q '"UP"'; }
loaded() { api /api/v1/stats/v_loaded_through text/csv | grep -c '^[a-z].*,20' | grep -qx 8; }
topic_end() { compose exec -T kafka /opt/kafka/bin/kafka-get-offsets.sh --bootstrap-server localhost:9092 --topic stations_topic 2>/dev/null | awk -F: '{ n += $3 } END { print n + 0 }'; }
restarts() { docker inspect -f '{{.RestartCount}}' "$(compose ps -q "$1")"; }
restarted() { (($(restarts "$1") > $2)); }
grows() { (($(topic_end) > $1)); }

# As a crash is: the process goes, not the container by an operator's hand, which would end its restarts.
crash() {
  local before
  before=$(restarts "$1")
  compose exec -T "$1" bash -c 'kill -KILL -1' >/dev/null 2>&1
  within 60 "$1 is started again" restarted "$1" "$before"
  within 240 "$1 is healthy" healthy "$1"
}

batch_command() { compose exec -T batch java @/app/java.args -Xmx640m org.dockline.batch.BatchEtl "$@"; }

# The archive's files of a topic follow each other without a gap or an overlap, from 0 to its end.
archived_whole() {
  local end=$1
  compose exec -T batch bash -c 'find /data/archive -name "*.parquet" -printf "%f\n"' | grep stations_topic | tee target/lab-archive.txt >/dev/null
  sed -nE 's/.*-([0-9]+)-([0-9]+)\.parquet$/\1 \2/p' target/lab-archive.txt | sort -n |
    awk -v end="$end" 'BEGIN { at = 0 } { if ($1 + 0 != at) bad = 1; at = $2 + 0 } END { print "  archive: " NR " files, up to offset " at " of " end; exit (bad || at < end) }'
}

main() {
  mkdir -p target && docker/prepare.sh >/dev/null
  say "up"
  compose up -d >target/lab-up.log 2>&1 || wrong "compose up: $(tail -n 3 target/lab-up.log)"
  within 300 "all health checks are green" all_healthy
  within 60 "the dashboard answers" answers
  within 420 "the warehouse holds eight contracts" loaded
  local before after s
  for s in "${services[@]}"; do
    say "kill -9: $s"
    before=$(topic_end)
    crash "$s"
    within 120 "the topic grows" grows "$before"
  done
  say "pause: kafka, 45 s" && compose pause kafka >/dev/null 2>&1 && sleep 45 && compose unpause kafka >/dev/null 2>&1
  within 240 "all health checks are green" all_healthy
  say "pause: the warehouse, 45 s, while days are loaded again"
  (sleep 5; compose pause sqlserver; sleep 45; compose unpause sqlserver) >/dev/null 2>&1 &
  batch_command load --day "$(date -u -d yesterday +%F)" --contract lyon >target/lab-load.log 2>&1
  say "  the load ended with $?"
  wait
  within 240 "all health checks are green" all_healthy
  say "cut: stream from the others, 45 s"
  docker network disconnect dockline-lab_inside "$(compose ps -q stream)" && sleep 45
  docker network connect --alias stream dockline-lab_inside "$(compose ps -q stream)"
  within 300 "all health checks are green" all_healthy
  say "cut: poller from Kafka, 45 s"
  docker network disconnect dockline-lab_inside "$(compose ps -q poller)" && sleep 45
  docker network connect --alias poller dockline-lab_inside "$(compose ps -q poller)"
  within 300 "all health checks are green" all_healthy
  say "restart of the whole"
  before=$(topic_end)
  compose down >/dev/null 2>&1
  compose up -d >target/lab-up.log 2>&1 || wrong "compose up: $(tail -n 3 target/lab-up.log)"
  within 300 "all health checks are green" all_healthy
  within 120 "the topic grows" grows "$before"
  check
  [[ $keep == --keep ]] || compose down -v >/dev/null 2>&1
  say "$problems problems"
  exit $((problems > 0))
}

no_lag() { api /actuator/prometheus | awk '/^dockline_topic_lag_records/ { n++; bad += $2 != 0 } END { exit !(n > 0 && !bad) }'; }

# Of every load: batch and speed chain agree in each hour.
chains_agree() {
  api /api/v1/stats/v_load_run text/csv | tr -d '\r' >target/lab-runs.csv
  awk -F, '/^[0-9]+,/ { n++; bad += $6 != "LOADED" || ($12 != "" && $12 != 0) } END { print "  loads: " n + 0 ", failed or with differing hours: " bad + 0; exit !(n > 0 && !bad) }' target/lab-runs.csv
}

check() {
  local before
  say "check"
  compose stop poller >/dev/null 2>&1
  within 120 "the stream has read everything" no_lag
  before=$(topic_end)
  batch_command archive >target/lab-archive.log 2>&1 || wrong "archive ended with $?: $(tail -n 2 target/lab-archive.log)"
  archived_whole "$before" || wrong "the archive has a gap or an overlap: $(cat target/lab-archive.txt)"
  rm -rf target/lab && mkdir -p target/lab && echo "$before" >target/lab/topic-end
  docker cp "$(compose ps -q stream):/data/snapshots/recent" target/lab/ >/dev/null 2>&1 || wrong "recent/ can't be copied"
  docker cp "$(compose ps -q batch):/data/archive" target/lab/ >/dev/null 2>&1 || wrong "the archive can't be copied"
  batch_command rebuild >target/lab-rebuild.log 2>&1 || wrong "rebuild ended with $?: $(tail -n 2 target/lab-rebuild.log)"
  chains_agree || wrong "loads failed or differ: see target/lab-runs.csv"
  if compose exec -T batch java @/app/java.args org.dockline.batch.BatchEtl --help 2>&1 | grep -q '^ *verify'; then
    batch_command verify >target/lab-verify.log 2>&1 || wrong "verify ended with $?"
    tail -n 12 target/lab-verify.log
  fi
}

main
