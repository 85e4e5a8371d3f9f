#!/usr/bin/env bash
# prepare.sh: makes .env from .env.example, and the files of the secrets, where they are missing. Changes nothing that is there.
set -euo pipefail
cd "$(dirname "$0")/../.."
dir=${SECRETS_DIR:-secrets}

# The folder is its owner's alone; the files are mounted one by one, and the services' user must be able to read them.
secret() {
  [[ -e $dir/$1 ]] || { printf '%s' "$2" >"$dir/$1" && chmod 0444 "$dir/$1" && echo "$dir/$1: made"; }
}

# Long, and with each kind of character that SQL Server asks for.
password() { printf 'Dk1-%s' "$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')"; }

mkdir -p "$dir" && chmod 0700 "$dir"
for name in mssql_sa_password warehouse_password warehouse_reader_password grafana_admin_password prometheus_password; do secret "$name" "$(password)"; done
for name in jcdecaux_api_key smtp_password webhook_url webhook_token login_passwords oidc_client_secret; do secret "$name" ""; done
[[ -e .env ]] || { cp .env.example .env && echo ".env: made; set ACCEPT_EULA in it"; }
