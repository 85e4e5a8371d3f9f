#!/usr/bin/env bash
# backup.sh FOLDER [COMPOSE OPTION...]: copies what can't be made again: archive, Kafka and warehouse. Kafka and the warehouse stop for
# as long as their copy takes; meanwhile the poller keeps its polls on disk, and the dashboard shows live data.
# The options are those that the system was started with, such as -f dockercompose.yaml; none: what .env says.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${1:?the folder to write into}
shift
compose=(docker compose "$@")
image=dockline/warehouse-sql:${DOCKLINE_VERSION:-0.1.0-SNAPSHOT}

# copy SERVICE PATH: a volume of a service, as a tar file.
copy() {
  docker run --rm --user 0 --network none --read-only --entrypoint tar --volumes-from "$("${compose[@]}" ps -aq "$1")":ro "$image" \
    -C "$2" -czf - . >"$folder/$1.tar.gz.new"
  mv "$folder/$1.tar.gz.new" "$folder/$1.tar.gz"
  echo "$1: $(du -h "$folder/$1.tar.gz" | cut -f1)"
}

stopped() {
  "${compose[@]}" stop "$1"
  copy "$1" "$2" || { "${compose[@]}" start "$1"; return 1; }
  "${compose[@]}" start "$1"
}

mkdir -p "$folder" && chmod 0700 "$folder"
# The archive first, and with everything: a copy of Kafka that is younger than it fits to it.
"${compose[@]}" exec -T batch java @/app/java.args -Xmx640m org.dockline.batch.BatchEtl archive
copy batch /data/archive
stopped kafka /var/lib/kafka/data
stopped sqlserver "${WAREHOUSE_VOLUME:-/var/opt/mssql}"
echo "Keep .env and the folder of the secrets with it, and keep them secret."
