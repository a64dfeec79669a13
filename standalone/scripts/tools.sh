# Finds the tools that the Makefile needs, and says in one sentence which one is missing. To be sourced.

say() { # zh en
  case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    zh*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "$2" ;;
  esac
}

stop() { # zh en
  say "$1" "$2" >&2
  exit 1
}

is_jdk_25() {
  [ -x "$1/bin/javac" ] || return 1
  major=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ "${major:-0}" -ge 25 ]
}

# Exports JAVA_HOME, so that Maven itself and everything started later run on that JDK.
need_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && is_jdk_25 "$JAVA_HOME"; then
    export JAVA_HOME
    return
  fi
  on_path=$(command -v javac 2>/dev/null || true)
  [ -n "$on_path" ] && on_path=$(cd "$(dirname "$(readlink -f "$on_path")")/.." && pwd)
  mac=$(/usr/libexec/java_home -v 25+ 2>/dev/null || true)
  for folder in "$on_path" "$mac" /usr/lib/jvm/*25* /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/25* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -n "$folder" ] && is_jdk_25 "$folder"; then
      JAVA_HOME=$folder
      export JAVA_HOME
      return
    fi
  done
  stop "没有找到 JDK 25:请安装一个(例如 Temurin 25),或把 JAVA_HOME 指向它。" \
    "No JDK 25 was found: install one (Temurin 25, for example), or set JAVA_HOME to it."
}

need_maven() {
  command -v mvn >/dev/null 2>&1 ||
    stop "没有找到 Maven:请安装 3.8.6 或更新的版本(Debian:apt-get install maven)。" \
      "Maven was not found: install 3.8.6 or newer (Debian: apt-get install maven)."
}

need_node() {
  major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
  { [ "${major:-0}" -ge 20 ] && command -v npm >/dev/null 2>&1; } ||
    stop "没有找到 Node.js 20 或更新的版本(含 npm):网页端需要它来构建。" \
      "Node.js 20 or newer with npm was not found: the web app is built with it."
}

# The journeys look for it themselves, in the same places; this says so before ten minutes have gone by.
need_browser() {
  [ -n "${JUXIAN_CHROMIUM:-}" ] && return
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && return
  done
  [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] ||
    stop "没有找到 Chromium 或 Chrome:浏览器里的测试需要它(Debian:apt-get install chromium fonts-noto-cjk),也可用 JUXIAN_CHROMIUM 指向它。" \
      "Chromium or Chrome was not found: the journeys in a browser need it (Debian: apt-get install chromium fonts-noto-cjk), or set JUXIAN_CHROMIUM to it."
}
