#!/bin/bash
# Builds what is missing, then becomes the launcher, so that Ctrl-C reaches it directly.
set -euo pipefail
cd "$(dirname "$0")/../.."
. standalone/scripts/tools.sh
need_jdk
standalone/scripts/build.sh
CLASS_PATH="standalone/target/standalone-0.1.0-SNAPSHOT.jar:$(cat standalone/target/class-path)"
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1 -Xmx64m -Xss512k \
  -XX:-UsePerfData -cp "$CLASS_PATH" org.juxian.standalone.Main
