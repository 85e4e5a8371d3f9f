#!/usr/bin/env bash
# healthy PORT PATH: whether the service in this container answers 200 there. The JRE's image has no curl.
set -uo pipefail
exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
IFS=' ' read -r -t 4 _ status _ <&3 || exit 1
[[ $status == 200 ]] || { echo "$2 answers $status"; exit 1; }
