# What the trials of this folder have in common; they read it with "source".
# shellcheck shell=bash
cd "$(dirname "${BASH_SOURCE[0]}")/../../.." || exit
export SECRETS_DIR=${SECRETS_DIR:-$PWD/target/lab-secrets} DASHBOARD_PORT=${DASHBOARD_PORT:-18501}
LAB=$PWD/target/lab
services=()
FILES=(-f dockercompose.yaml -f docs/operations/lab/h2.yaml --env-file docs/operations/lab/lab.env)
problems=0

say() { printf '%(%H:%M:%S)T %s\n' -1 "$*"; }
wrong() { say "WRONG: $*"; problems=$((problems + 1)); }
compose() { docker compose "${FILES[@]}" "$@"; }
id() { compose ps -aq "$1"; }
api() { (exec 3<>"/dev/tcp/127.0.0.1/$DASHBOARD_PORT" && printf 'GET %s HTTP/1.0\r\nHost: localhost\r\nAccept: %s\r\n%s\r\n' "$1" "${2:-*/*}" "${3:+$3$'\r\n'}" >&3 && timeout 30 cat <&3) 2>/dev/null; }

# within SECONDS WHAT COMMAND...: until the command succeeds; how long it took is said.
within() {
  local limit=$1 what=$2 begin=$SECONDS
  shift 2
  until "$@"; do
    ((SECONDS - begin < limit)) || { wrong "not within $limit s: $what"; return 1; }
    sleep 1
  done
  say "  $what after $((SECONDS - begin)) s"
}

healthy() { [[ $(docker inspect -f '{{.State.Health.Status}}' "$(id "$1")" 2>/dev/null) == healthy ]]; }
all_healthy() { local s; for s in "${services[@]}"; do healthy "$s" || return 1; done; }
answers() { api /actuator/health | grep -q '"UP"'; }
loaded() { api /api/v1/stats/v_loaded_through text/csv | grep -c '^[a-z].*,20' | grep -qx 8; }
kafka() { compose exec -T kafka "/opt/kafka/bin/$1" --bootstrap-server "${KAFKA:-localhost:9092}" "${@:2}" 2>/dev/null; }
topic_end() { kafka kafka-get-offsets.sh --topic stations_topic | awk -F: '{ n += $3 } END { print n + 0 }'; }
grows() { (($(topic_end) > $1)); }
no_lag() { api /actuator/prometheus | awk '/^dockline_topic_lag_records/ { n++; bad += $2 != 0 } END { exit !(n > 0 && !bad) }'; }
batch_command() { compose exec -T batch java @/app/java.args -Xmx640m org.dockline.batch.BatchEtl "$@"; }

# make_ready: secrets that can be looked for afterwards, an empty folder for what is kept, and no containers or volumes of an earlier trial.
make_ready() {
  local name
  rm -rf "$LAB" && mkdir -p "$LAB" "$SECRETS_DIR" && chmod 0700 "$SECRETS_DIR"
  for name in jcdecaux_api_key smtp_password webhook_token oidc_client_secret; do
    [[ -s $SECRETS_DIR/$name ]] || plant "$name" "planted-$name-$RANDOM$RANDOM"
  done
  # The simulator answers there with 404, so that what is said of a failed notice is looked through too.
  [[ -s $SECRETS_DIR/webhook_url ]] || plant webhook_url "http://simulator:8089/planted-webhook-$RANDOM$RANDOM"
  # Of "planted-reader", as htpasswd -B writes it.
  [[ -s $SECRETS_DIR/login_passwords ]] || plant login_passwords 'reader:$2b$04$blt7eCBtsfjtYFSdVwrt.O79tv.CeSPx473h5UudXeb.svnudJlJe'
  docs/operations/prepare.sh >/dev/null
  compose --profile '*' down -v --remove-orphans >/dev/null 2>&1
}

plant() { rm -f "$SECRETS_DIR/$1" && printf '%s' "$2" >"$SECRETS_DIR/$1" && chmod 0444 "$SECRETS_DIR/$1"; }

# Logs of every container, and what the services measure, hold none of the secrets.
no_secret_told() {
  local service file
  compose --profile '*' logs --no-color >"$LAB/all.log" 2>&1
  api /actuator/prometheus >"$LAB/all.metrics"
  for service in poller:8511 stream:8512 batch:8513; do
    # shellcheck disable=SC2016 # expanded in the container
    compose exec -T "${service%:*}" bash -c 'exec 3<>/dev/tcp/127.0.0.1/$1; printf "GET /metrics HTTP/1.0\r\nHost: x\r\n\r\n" >&3; cat <&3' - "${service#*:}" >>"$LAB/all.metrics" 2>/dev/null
  done
  compose --profile '*' ps -aq | xargs docker inspect >"$LAB/all.inspected"
  say "  looked through $(wc -l <"$LAB/all.log") lines of logs of $(grep -c '"RestartCount"' "$LAB/all.inspected") containers, and $(grep -c '^dockline' "$LAB/all.metrics") measured values"
  for file in "$SECRETS_DIR"/*; do
    [[ ! -s $file ]] || ! grep -lF -f "$file" "$LAB"/all.{log,metrics,inspected} || wrong "${file##*/} is told"
  done
}

# SIGTERM was enough for each: who had to be killed ends with 137.
stop_all() {
  local service code
  compose stop >/dev/null 2>&1
  for service in "${services[@]}"; do
    code=$(docker inspect -f '{{.State.ExitCode}}' "$(id "$service")")
    [[ $code == 0 || $code == 143 ]] || wrong "$service ended with $code when it was told to stop"
  done
}

# The archive's files of a partition follow each other without a gap or an overlap, from 0 on; their records are as many as the topic has.
archived_whole() {
  compose exec -T batch bash -c 'find /data/archive -name "*.parquet" -printf "%f\n"' | grep stations_topic >"$LAB/archive.txt"
  sed -nE 's/.*-([0-9]+)-([0-9]+)-([0-9]+)\.parquet$/\1 \2 \3/p; t; s/.*-([0-9]+)-([0-9]+)\.parquet$/0 \1 \2/p' "$LAB/archive.txt" | sort -n -k1,1 -k2,2 |
    awk -v end="$1" '{ if ($2 + 0 != at[$1] + 0) bad = 1; at[$1] = $3 + 0 } END { for (p in at) n += at[p]; print "  archive: " NR " files with " n + 0 " of " end " records"; exit (bad || n + 0 != end + 0) }'
}

# Of every load: batch and speed chain agree in each hour.
chains_agree() {
  api /api/v1/stats/v_load_run text/csv | tr -d '\r' >"$LAB/runs.csv"
  awk -F, '/^[0-9]+,/ { n++; bad += $6 != "LOADED" || ($12 != "" && $12 != 0) } END { print "  loads: " n + 0 ", failed or with differing hours: " bad + 0; exit !(n > 0 && !bad) }' "$LAB/runs.csv"
}

# verified WHEN: the command for operators finds nothing lost or double; what it says is kept.
verified() {
  batch_command verify >"$LAB/verify-$1.log" 2>&1 || wrong "verify ($1) ended with $?: $(grep '^!' "$LAB/verify-$1.log" | head -n 3)"
  tail -n 14 "$LAB/verify-$1.log"
}

ended() {
  [[ $1 == --keep ]] || compose --profile '*' down -v >/dev/null 2>&1
  say "$problems problems"
  exit $((problems > 0))
}
