#!/usr/bin/env bash
# build.sh [--built]: builds every image. With --built the modules that are built already (mvn package) are put in, which takes seconds;
# without it they are built in a container, which needs nothing here but Docker.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=${DOCKLINE_VERSION:-0.1.0-SNAPSHOT}
arguments=(--build-arg "VERSION=$version" --build-arg "REVISION=$(git rev-parse --short HEAD 2>/dev/null || echo unknown)")
if [[ ${1:-} == --built ]]; then
  docs/operations/image/layout.sh "$PWD" "$PWD/target/images/out"
  arguments+=(--build-context "reactor=$PWD/target/images")
fi
for image in api-poller warehouse-sql batch-etl stream-job spark-node dashboard; do
  docker build --quiet "${arguments[@]}" --target "$image" --tag "dockline/$image:$version" .
done
