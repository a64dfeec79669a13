#!/bin/bash
# Builds what is missing, then measures. Arguments: see org.juxian.bench.Main.
set -euo pipefail
cd "$(dirname "$0")/.."
. standalone/scripts/tools.sh
need_jdk
standalone/scripts/build.sh bench
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx1g -cp "bench/target/classes:$(cat bench/target/class-path)" \
  org.juxian.bench.Main "$@"
