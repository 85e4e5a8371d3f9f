#!/usr/bin/env bash
# procedures.sh [--keep]: what docs/operations.md tells an operator to do, done as it stands there, on H2: start, load a day again, rebuild, rotate
# the key, back up, upgrade, stop, lose everything, restore. Takes some minutes and 4 GB of memory; the images have to be there
# (docs/operations/build.sh). Ends with 0 when each did what it says and nothing was lost; --keep leaves the system running.
# shellcheck disable=SC2317 # "step" calls what seems to be called by nobody
set -uo pipefail
# shellcheck source=functions.sh
source "$(dirname "$0")/functions.sh"
services=(kafka sqlserver simulator poller stream batch dashboard)
# shellcheck disable=SC2034 # read by backup.sh and restore.sh
export WAREHOUSE_VOLUME=/data/work

# step WHAT COMMAND...: has to end well.
step() {
  say "$1"
  "${@:2}" >"$LAB/step.log" 2>&1 || wrong "$1 ended with $?: $(tail -n 3 "$LAB/step.log")"
}

all_well() {
  within 300 "all health checks are green" all_healthy
  within 60 "the dashboard answers on port $DASHBOARD_PORT" answers
}

rotate_key() {
  local file=$SECRETS_DIR/jcdecaux_api_key new=planted-rotated-$RANDOM$RANDOM
  chmod u+w "$file" && printf '%s' "$new" >"$file" && chmod 0444 "$file" && compose restart poller &&
    [[ $(compose exec -T poller cat /run/secrets/jcdecaux_api_key) == "$new" ]]
}

# The same images under another version take the place of a newer build.
upgrade() {
  local image next=${DOCKLINE_VERSION:-0.1.0-SNAPSHOT}-next
  for image in api-poller warehouse-sql batch-etl stream-job dashboard; do
    docker tag "dockline/$image:${DOCKLINE_VERSION:-0.1.0-SNAPSHOT}" "dockline/$image:$next" || return 1
  done
  export DOCKLINE_VERSION=$next
  compose up -d && [[ $(docker inspect -f '{{.Config.Image}}' "$(id stream)") == dockline/stream-job:$next ]]
}

no_days_in_work() { compose exec -T batch bash -c 'rm -rf /data/work/*'; }

whole_topic_is_kept() {
  compose stop poller >/dev/null 2>&1
  within 180 "the stream has read everything" no_lag
  step "archive" batch_command archive
  verified "$1"
  compose start poller >/dev/null 2>&1
}

# The tags that the upgrade made.
untag() { docker image ls --filter 'reference=dockline/*:*-next' --format '{{.Repository}}:{{.Tag}}' | xargs -r docker image rm >/dev/null; }

[[ ${1:-} == --keep ]] || trap untag EXIT
day=$(date -u -d yesterday +%F)
make_ready
step "start" compose up -d
all_well
within 420 "the warehouse holds eight contracts" loaded
step "load a day again" batch_command load --day "$day" --contract lyon
step "fill up the archive" batch_command archive
step "rebuild the day of all contracts" batch_command rebuild --from "$day" --to "$day"
step "empty the folder of loads" no_days_in_work
step "rotate the key" rotate_key
all_well
step "back up" docs/operations/backup.sh "$LAB/backup" "${FILES[@]}"
all_well
before=$(topic_end)
step "upgrade" upgrade
all_well
within 120 "the topic grows" grows "$before"
say "stop"
stop_all
step "start again" compose up -d
all_well
whole_topic_is_kept after-upgrade
step "lose everything" compose --profile '*' down -v
step "restore" docs/operations/restore.sh "$LAB/backup" "${FILES[@]}"
all_well
within 420 "the warehouse holds eight contracts" loaded
within 120 "the topic grows beyond the backup's $before" grows "$before"
whole_topic_is_kept restored
ended "${1:-}"
