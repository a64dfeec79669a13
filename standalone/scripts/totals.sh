#!/bin/bash
# Adds up what every module's tests reported, in the words of Surefire.
cd "$(dirname "$0")/../.."
find . -path ./web -prune -o -path '*/target/surefire-reports/*.txt' -print0 |
  xargs -0 -r grep -h '^Tests run:' |
  sed 's/[^0-9]*\([0-9]*\)[^0-9]*\([0-9]*\)[^0-9]*\([0-9]*\)[^0-9]*\([0-9]*\).*/\1 \2 \3 \4/' |
  awk '{ run += $1; failures += $2; errors += $3; skipped += $4 }
    END { printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", run, failures, errors, skipped }'
