#!/bin/bash
# All tests: the web app's first, since they are quick and since journeys need the built app, then the whole reactor.
set -euo pipefail
cd "$(dirname "$0")/../.."
. standalone/scripts/tools.sh
need_jdk
need_maven
need_node
need_browser

standalone/scripts/build.sh web
npm --prefix web run --silent check
npm --prefix web run --silent test

# Reports of classes that are no more must not be counted.
find . -path ./web -prune -o -type d -path '*/target/surefire-reports' -print0 | xargs -0 -r rm -rf
# Two modules at a time: much of a test is waiting for another process.
status=0
mvn -B -ntp -T 2 verify || status=$?
standalone/scripts/totals.sh
exit "$status"
