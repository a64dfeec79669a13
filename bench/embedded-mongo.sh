#!/bin/bash
# Measures the embedded database beside the library's memory backend and PostgreSQL, in one run.
# Needs Debian's postgresql (or PGBIN, its folder of programs) and, for root, the user postgres.
# Usage: embedded-mongo.sh [documents...]     default: 10000 1000000; MILLISECONDS for each measurement may be set,
# and TMPDIR, which has to be on a disk: in a RAM disk nothing is durable.
set -euo pipefail
cd "$(dirname "$0")/.."
. standalone/scripts/tools.sh
need_jdk
standalone/scripts/build.sh bench
[ $# -gt 0 ] || set -- 10000 1000000
pgbin=${PGBIN:-$(ls -d /usr/lib/postgresql/*/bin | tail -1)}
work=$(mktemp -d)
cluster=$work/postgres
mkdir "$cluster"
port=$((20000 + RANDOM % 10000))
as=()
if [ "$(id -u)" = 0 ]; then
  as=(runuser -u postgres --)
  chmod 755 "$work"
  chown postgres "$cluster"
fi
finish() {
  (cd / && "${as[@]}" "$pgbin/pg_ctl" -D "$cluster/data" -m immediate stop >/dev/null 2>&1) || true
  rm -rf "$work"
}
trap finish EXIT
(
  cd "$cluster"
  "${as[@]}" "$pgbin/initdb" -D "$cluster/data" -A trust -U bench >/dev/null
  "${as[@]}" "$pgbin/pg_ctl" -D "$cluster/data" -w -l "$cluster/log" -o "-p $port -h 127.0.0.1 -k $cluster \
    -c synchronous_commit=on -c fsync=on -c shared_buffers=512MB" start >/dev/null
)
"$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC -cp "bench/target/classes:$(cat bench/target/class-path)" \
  org.juxian.bench.database.DatabaseBench "$work/embedded" "jdbc:postgresql://127.0.0.1:$port/postgres?user=bench" \
  "${MILLISECONDS:-1000}" "$@"
