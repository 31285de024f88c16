#!/usr/bin/env bash
# Makes images of PostgreSQL and Redis for tests, for a Docker engine that reaches no registry. They hold this Debian
# machine's own programs with the libraries these load, and behave like the official images as far as tests can tell.
#
# usage: test-images.sh POSTGRES_IMAGE REDIS_IMAGE
# needs: the packages postgresql, redis-server and busybox-static, and an engine that `docker` reaches
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
postgres_image=$1
redis_image=$2

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A root folder with a shell, two users and a locale.
lay_foundation() {
  local root=$1 tool
  mkdir -p "$root"/{bin,dev,etc,proc,run,sys,tmp,usr/lib/locale,var}
  chmod 1777 "$root/tmp" "$root/run"
  cp /bin/busybox "$root/bin/"
  for tool in sh cat mkdir sleep id chmod ls ps kill env; do ln -s busybox "$root/bin/$tool"; done
  cp -a /usr/lib/locale/C.utf8 "$root/usr/lib/locale/"
  printf '%s\n' 'root:x:0:0::/:/bin/sh' 'postgres:x:999:999::/tmp:/bin/sh' 'redis:x:998:998::/tmp:/bin/sh' >"$root/etc/passwd"
  printf '%s\n' 'root:x:0:' 'postgres:x:999:' 'redis:x:998:' >"$root/etc/group"
}

# Copies programs or libraries, and every library that they load, to where they are on this machine.
copy_with_libraries() {
  local root=$1 file
  shift
  for file in "$@"; do
    echo "$file"
    ldd "$file" 2>/dev/null | grep -o '/[^ ]*' || true
  done | sort -u | while read -r file; do
    mkdir -p "$root$(dirname "$file")"
    cp --dereference --preserve=mode "$file" "$root$file"
  done
}

make_postgres() {
  local root=$work/postgres share programs name
  programs=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin | sort -V | tail -1)
  share=/usr/share/postgresql/$(basename "$(dirname "$programs")")
  lay_foundation "$root"
  for name in postgres initdb pg_ctl pg_isready psql pg_dump; do copy_with_libraries "$root" "$programs/$name"; done
  # The compiler of queries is larger than all the rest together, and PostgreSQL goes without it.
  find "$programs/../lib" -name '*.so' ! -name 'llvmjit*' -exec realpath {} + | while read -r name; do
    copy_with_libraries "$root" "$name"
  done
  mkdir -p "$root$(dirname "$share")" "$root/docker-entrypoint-initdb.d" "$root/var/lib/postgresql/data"
  cp -a "$share" "$root$share"
  cp -a /usr/share/zoneinfo "$root/usr/share/"
  cp "$here/test-postgres-entrypoint.sh" "$root/entrypoint.sh"
  chown -R 999:999 "$root/var/lib/postgresql"
  chmod 700 "$root/var/lib/postgresql/data"
  tar -C "$root" -c . | docker import \
    -c 'USER 999:999' -c "ENV PATH=$programs:/bin PGDATA=/var/lib/postgresql/data LANG=C.UTF-8" -c 'EXPOSE 5432' \
    -c 'ENTRYPOINT ["/bin/sh", "/entrypoint.sh"]' -c 'CMD ["postgres"]' - "$postgres_image"
}

make_redis() {
  local root=$work/redis
  lay_foundation "$root"
  copy_with_libraries "$root" /usr/bin/redis-server /usr/bin/redis-cli
  tar -C "$root" -c . | docker import \
    -c 'USER 998:998' -c 'ENV PATH=/usr/bin:/bin' -c 'WORKDIR /tmp' -c 'EXPOSE 6379' \
    -c 'CMD ["redis-server", "--bind", "0.0.0.0", "--protected-mode", "no", "--save", ""]' - "$redis_image"
}

make_postgres
make_redis
