#!/usr/bin/env bash
# restore.sh FOLDER [COMPOSE OPTION...]: makes the volumes of a new system from what backup.sh wrote, and starts it. What the stream keeps
# is not among it: it reads Kafka again. Refused while the system has containers, so that nothing is written over.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:?the folder that backup.sh wrote}
shift
compose=(docker compose "$@")
image=dockline/warehouse-sql:${DOCKLINE_VERSION:-0.1.0-SNAPSHOT}

put() {
  docker run --rm -i --user 0 --network none --read-only --entrypoint tar --volumes-from "$("${compose[@]}" ps -aq "$1")" "$image" \
    -C "$2" -xzpf - <"$folder/$1.tar.gz"
  echo "$1: restored"
}

[[ -z $("${compose[@]}" ps -aq) ]] || { echo "There are containers: docker compose down -v first, which deletes what they keep" >&2; exit 1; }
for service in batch kafka sqlserver; do [[ -s $folder/$service.tar.gz ]] || { echo "$folder/$service.tar.gz is missing" >&2; exit 1; }; done
"${compose[@]}" create
put batch /data/archive
put kafka /var/lib/kafka/data
put sqlserver "${WAREHOUSE_VOLUME:-/var/opt/mssql}"
"${compose[@]}" up -d
