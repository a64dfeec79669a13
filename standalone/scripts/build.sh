#!/bin/bash
# Builds what `make run` needs and what is missing or older than its sources. Without changes it takes a blink.
set -euo pipefail
cd "$(dirname "$0")/../.."
. standalone/scripts/tools.sh

VERSION=0.1.0-SNAPSHOT
SERVICES="identity-service registration-service fair-service competition-service forum-service notification-service gateway"

newer_than() { # file, then sources
  local made=$1 source
  shift
  [ -e "$made" ] || return 0
  for source in "$@"; do
    [ -e "$source" ] && [ -n "$(find "$source" -type f -newer "$made" -print -quit)" ] && return 0
  done
  return 1
}

# A change in one of these makes everything stale that is built from it.
SERVICE_LIBRARIES="platform/messaging platform/service event-kernel"
LAUNCHER_LIBRARIES="embedded-kafka embedded-mongo"

sources() { # modules
  local module
  echo pom.xml
  for module in "$@"; do
    echo "$module/pom.xml"
    echo "$module/src/main"
  done
}

stale_modules() {
  local module
  for module in $SERVICES; do
    if newer_than "$module/target/$module-$VERSION.jar" $(sources "$module" $SERVICE_LIBRARIES); then
      echo "$module"
    fi
  done
  if newer_than standalone/target/class-path $(sources standalone $LAUNCHER_LIBRARIES); then
    echo standalone
  fi
}

build_bench() {
  if newer_than bench/target/class-path $(sources bench standalone $LAUNCHER_LIBRARIES); then
    need_maven
    say "正在构建:bench" "Building: bench"
    mvn -B -ntp -q -pl bench -am package -Dmaven.test.skip=true -Dspotless.check.skip=true
    touch bench/target/class-path standalone/target/class-path
  fi
}

build_java() {
  local stale module
  stale=$(stale_modules)
  [ -z "$stale" ] && return
  need_maven
  say "正在构建:${stale//$'\n'/ }" "Building: ${stale//$'\n'/ }"
  mvn -B -ntp -q -pl "$(paste -sd, - <<<"$stale")" -am package -Dmaven.test.skip=true -Dspotless.check.skip=true
  # Maven leaves alone what comes out the same as before: that is not stale any longer either.
  for module in $stale; do
    touch "$module/target/$module-$VERSION.jar"
  done
  touch standalone/target/class-path
}

install_web() {
  if newer_than web/node_modules/.package-lock.json web/package-lock.json; then
    need_node
    say "正在安装网页端依赖" "Installing what the web app is built with"
    npm --prefix web ci --no-audit --no-fund --loglevel=error
    touch web/node_modules/.package-lock.json
  fi
}

build_web() {
  if newer_than web/dist/index.html web/package-lock.json web/package.json web/vite.config.ts web/doorWorker.ts web/index.html \
    web/src web/public; then
    need_node
    install_web
    say "正在构建网页端" "Building the web app"
    npm --prefix web run --silent build
    touch web/dist/index.html
  fi
}

need_jdk
case "${1:-all}" in
  all)
    build_java
    build_web
    ;;
  web)
    build_web
    ;;
  bench)
    build_java
    build_bench
    ;;
  *)
    echo "Usage: build.sh [all|web|bench]" >&2
    exit 2
    ;;
esac
