#!/bin/sh
# What the official PostgreSQL image does at its start, as far as tests ask for it: makes the database by POSTGRES_USER,
# POSTGRES_PASSWORD, POSTGRES_DB and POSTGRES_HOST_AUTH_METHOD, runs the init scripts, and starts the server.
set -e

case "${1:-}" in
  '' | -*) set -- postgres "$@" ;;
esac
[ "$1" = postgres ] || exec "$@"

prepare() {
  user=${POSTGRES_USER:-postgres}
  database=${POSTGRES_DB:-$user}
  method=${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}
  if [ "$method" != trust ] && [ -z "${POSTGRES_PASSWORD:-}" ]; then
    echo 'POSTGRES_PASSWORD must be set, or POSTGRES_HOST_AUTH_METHOD=trust' >&2
    exit 1
  fi
  # Not empty, since initdb wants a password where it is given a file for one.
  echo "${POSTGRES_PASSWORD:-unused}" >/tmp/password
  initdb -D "$PGDATA" -U "$user" --pwfile=/tmp/password -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
  echo "host all all all $method" >>"$PGDATA/pg_hba.conf"

  # On a socket alone: who connects over TCP meets the finished server. It says on standard output that it is ready, the
  # finished one on standard error, and testcontainers waits for both, as with the official image.
  pg_ctl -D "$PGDATA" -o "-c listen_addresses='' -c unix_socket_directories=/tmp -c fsync=off" -w start
  sql="psql -v ON_ERROR_STOP=1 -h /tmp -U $user"
  [ "$database" = postgres ] || $sql -d postgres -c "CREATE DATABASE \"$database\""
  for script in /docker-entrypoint-initdb.d/*.sql; do
    [ ! -e "$script" ] || $sql -d "$database" -f "$script"
  done
  pg_ctl -D "$PGDATA" -m fast -w stop
}

[ -s "$PGDATA/PG_VERSION" ] || prepare
exec "$@" -D "$PGDATA" -c "listen_addresses=*" -c unix_socket_directories=/tmp
