#!/bin/bash
# All tests. The web app is built and tested beside the reactor; journeys, which need it, are the reactor's last.
set -euo pipefail
cd "$(dirname "$0")/../.."
. standalone/scripts/tools.sh
need_jdk
need_maven
need_node
need_browser

web_says=$(mktemp)
trap 'rm -f "$web_says"' EXIT
{
  # Nothing waits for the checks: they take what others leave.
  standalone/scripts/build.sh web && nice npm --prefix web run --silent check && nice npm --prefix web run --silent test
} >"$web_says" 2>&1 &
web=$!

# Reports of classes that are no more must not be counted.
find . -path ./web -prune -o -type d -path '*/target/surefire-reports' -print0 | xargs -0 -r rm -rf
# Three modules at a time: much of a test is waiting for another process.
status=0
mvn -B -ntp -T 3 verify || status=$?
web_status=0
wait "$web" || web_status=$?
cat "$web_says"
[ "$status" != 0 ] || status=$web_status
standalone/scripts/totals.sh
exit "$status"
