#!/usr/bin/env bash
# trial.sh [--keep]: the whole system in containers, on H2, with faults one after another. Takes a quarter of an hour and 4 GB of memory.
# The images have to be there (docs/operations/build.sh). Ends with 0 when nothing was lost and nothing is double; --keep leaves it running.
set -uo pipefail
# shellcheck source=functions.sh
source "$(dirname "$0")/functions.sh"
services=(kafka sqlserver simulator poller stream batch dashboard)

restarts() { docker inspect -f '{{.RestartCount}}' "$(id "$1")"; }
restarted() { (($(restarts "$1") > $2)); }
runs() { [[ $(docker inspect -f '{{.State.Running}}' "$(id "$1")" 2>/dev/null) == true ]]; }

# What runs once is killed as soon as it runs; whoever starts the system again gets it whole.
start() {
  local task up
  for task in migrate pour; do
    compose up -d >"$LAB/up.log" 2>&1 & up=$!
    within 120 "$task runs" runs "$task" && docker kill "$(id "$task")" >/dev/null && say "killed: $task"
    wait "$up" && say "  it had done its work"
  done
  say "up"
  compose up -d >"$LAB/up.log" 2>&1 || wrong "compose up: $(tail -n 3 "$LAB/up.log")"
  all_well
  within 60 "the dashboard answers on port $DASHBOARD_PORT" answers
  within 420 "the warehouse holds eight contracts" loaded
}

all_well() { within 300 "all health checks are green" all_healthy; }

# As a crash is: the process goes, not the container by an operator's hand, which would end its restarts.
crash() {
  local before
  before=$(restarts "$1")
  compose exec -T "$1" bash -c 'kill -KILL -1' >/dev/null 2>&1
  within 60 "$1 is started again" restarted "$1" "$before"
  within 240 "$1 is healthy" healthy "$1"
}

# By an operator's hand: the engine leaves it down until somebody starts it.
killed() {
  docker kill "$(id "$1")" >/dev/null
  sleep 5
  compose start "$1" >/dev/null 2>&1
  within 240 "$1 is healthy" healthy "$1"
}

each_service() {
  local before service
  for service in "${services[@]}"; do
    say "$1: $service"
    before=$(topic_end)
    "$2" "$service"
    within 120 "the topic grows" grows "${before:-0}"
  done
}

cut_off() {
  say "cut: $1 from the others, 45 s"
  docker network disconnect dockline-lab_inside "$(id "$1")" && sleep 45
  docker network connect --alias "$1" dockline-lab_inside "$(id "$1")"
  all_well
}

paused() {
  say "pause: kafka, 45 s"
  compose pause kafka >/dev/null 2>&1 && sleep 45 && compose unpause kafka >/dev/null 2>&1
  all_well
  say "pause: the warehouse, 45 s, while days are loaded again"
  (sleep 5; compose pause sqlserver; sleep 45; compose unpause sqlserver) >/dev/null 2>&1 &
  batch_command load --day "$(date -u -d yesterday +%F)" --contract lyon >"$LAB/load.log" 2>&1
  say "  the load ended with $?"
  wait
  all_well
}

# Our services are nobody special and write nothing but their volumes; from outside only the dashboard is reached.
confined() {
  local service
  for service in simulator poller stream batch dashboard; do
    # shellcheck disable=SC2016 # expanded in the container
    compose exec -T "$service" bash -c '[[ $(id -u) == 10001 ]] && ! touch /app/x 2>/dev/null' || wrong "$service may do more than it should"
  done
  [[ $(docker ps --filter label=com.docker.compose.project=dockline-lab --format '{{.Ports}}' | grep -o '[0-9.]*:[0-9]*->') == "127.0.0.1:$DASHBOARD_PORT->" ]] ||
    wrong "published: $(docker ps --format '{{.Names}} {{.Ports}}' | grep -e '->')"
}

restart() {
  local before
  say "restart of the whole"
  before=$(topic_end)
  stop_all
  compose down >/dev/null 2>&1
  compose up -d >"$LAB/up.log" 2>&1 || wrong "compose up: $(tail -n 3 "$LAB/up.log")"
  all_well
  within 120 "the topic grows" grows "$before"
}

check() {
  local end
  say "check"
  compose stop poller >/dev/null 2>&1
  within 120 "the stream has read everything" no_lag
  end=$(topic_end)
  batch_command archive >"$LAB/archive.log" 2>&1 || wrong "archive ended with $?: $(tail -n 2 "$LAB/archive.log")"
  archived_whole "$end" || wrong "the archive has a gap or an overlap: $(cat "$LAB/archive.txt")"
  echo "$end" >"$LAB/topic-end"
  docker cp "$(id stream):/data/snapshots/recent" "$LAB" >/dev/null 2>&1 || wrong "recent/ can't be copied"
  docker cp "$(id batch):/data/archive" "$LAB" >/dev/null 2>&1 || wrong "the archive can't be copied"
  verified after-faults
  batch_command rebuild >"$LAB/rebuild.log" 2>&1 || wrong "rebuild ended with $?: $(tail -n 2 "$LAB/rebuild.log")"
  chains_agree || wrong "loads failed or differ: see $LAB/runs.csv"
  verified after-rebuild
}

# Who asks the dashboard and gets which status; a name and password may follow.
status() { api /api/v1/contracts application/json "${1:+Authorization: Basic $(printf '%s' "$1" | base64)}" | sed -nE '1s/^[^ ]+ ([0-9]+).*/\1/p'; }
asked() { [[ $(status "${2:-}") == "$1" ]]; }

# The dashboard alone, with a login: the file of passwords comes into its container as a secret.
login() {
  say "the dashboard with a login"
  LOGIN=form LOGIN_PASSWORD_FILE=/run/secrets/login_passwords compose up -d --no-deps dashboard >"$LAB/up.log" 2>&1
  within 240 "dashboard is healthy" healthy dashboard
  within 30 "who has a password is let in" asked 200 reader:planted-reader
  asked 401 || wrong "without a password: $(status)"
  asked 401 reader:wrong || wrong "with a wrong password: $(status reader:wrong)"
  no_secret_told
}

make_ready
start
each_service "kill -9" crash
each_service "docker kill" killed
paused
cut_off stream
cut_off poller
confined
# The logs of a container go with it.
no_secret_told
restart
no_secret_told
check
login
ended "${1:-}"
