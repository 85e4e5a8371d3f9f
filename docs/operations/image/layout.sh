#!/usr/bin/env bash
# layout.sh PROJECT OUT: lays the built modules out as the images have them. For each module OUT/MODULE has
# lib (libraries), own (our jars) and java.args; what batch and stream have in common is in OUT/spark/lib.
set -euo pipefail
project=$1 out=$2

main() {
  local module
  rm -rf "$out"
  for module in api-poller warehouse-sql batch-etl stream-job; do lay "$module"; done
  share_spark
  for module in api-poller warehouse-sql batch-etl stream-job; do class_path "$module"; done
  spark_node
  lay_dashboard
}

# The jars of a class path, in its order.
jars_of() { tr ':' '\n' <"$project/$1/target/runtime.classpath"; }

lay() {
  local jar
  mkdir -p "$out/$1/lib" "$out/$1/own"
  while read -r jar; do
    if [[ $jar == "$project"/* ]]; then cp -p "$jar" "$out/$1/own/"; else cp -p "$jar" "$out/$1/lib/"; fi
  done < <(jars_of "$1")
}

share_spark() {
  local jar
  mkdir -p "$out/spark/lib"
  for jar in "$out"/batch-etl/lib/*.jar; do
    jar=${jar##*/}
    [[ -e $out/stream-job/lib/$jar ]] || continue
    mv "$out/batch-etl/lib/$jar" "$out/spark/lib/"
    rm "$out/stream-job/lib/$jar"
  done
}

# Named one by one and in order: what stands twice is found in the same place by every start.
class_path() {
  local jar name path=()
  while read -r jar; do
    name=${jar##*/}
    if [[ -e $out/$1/own/$name ]]; then path+=("/app/own/$name")
    elif [[ -e $out/$1/lib/$name ]]; then path+=("/app/lib/$name")
    else path+=("/app/spark/$name"); fi
  done < <(jars_of "$1")
  { cat "$project/$1/target/runtime.args"; printf '\n-cp %s\n' "$(IFS=: && echo "${path[*]}")"; } >"$out/$1/java.args"
}

spark_node() {
  mkdir -p "$out/spark-node"
  { cat "$project/batch-etl/target/runtime.args"; printf '\n-cp /opt/spark/jars/*\n'; } >"$out/spark-node/java.args"
}

lay_dashboard() {
  local target=$project/dashboard/target
  mkdir -p "$out/dashboard"
  (cd "$out/dashboard" && java -Djarmode=tools -jar "$target/dashboard.jar" extract --destination own)
  mv "$out/dashboard/own/lib" "$out/dashboard/lib"
  cp "$target/runtime.args" "$out/dashboard/java.args"
}

main
