#!/usr/bin/env bash
# Creates the topics that are missing and sets how long each keeps its messages. Partitions and replicas of a topic that is
# there stay as they are. Used by Kubernetes and by docker-compose.yml.
#   KAFKA_BOOTSTRAP_SERVERS  the broker
#   TOPIC_REPLICAS           copies of each partition: 1 where there is one broker, else 3
set -euo pipefail
export KAFKA_HEAP_OPTS=${KAFKA_HEAP_OPTS:--Xmx96m}
# Each call is a JVM of its own, which spends most of its time on its start: the first one leaves a cache of classes to the others.
# A cache is of no use where JMX is on, as it is if its options are empty.
export KAFKA_JVM_PERFORMANCE_OPTS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile=/tmp/topics.jsa"
export KAFKA_JMX_OPTS=-Djava.awt.headless=true
bin=${KAFKA_BIN:-/opt/kafka/bin}
server=(--bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS")

minute=60000
week=$((7 * 24 * 60 * minute))
month=$((30 * 24 * 60 * minute))
described=$("$bin/kafka-topics.sh" "${server[@]}" --describe)
existing=$(grep '^Topic: ' <<<"$described" || true)

# topic NAME PARTITIONS RETENTION. Kafka drops whole segments, so a segment has to be shorter than what is kept.
topic() {
  local segment=$(($3 / 3)) there
  there=$(grep -F "Topic: $1"$'\t' <<<"$existing" || true)
  local configs=",${there##*Configs: },"
  if [[ -z $there ]]; then
    "$bin/kafka-topics.sh" "${server[@]}" --create --topic "$1" --partitions "$2" --replication-factor "$TOPIC_REPLICAS" \
      --config "retention.ms=$3" --config "segment.ms=$segment" --config "min.insync.replicas=$((TOPIC_REPLICAS > 1 ? 2 : 1))"
  elif [[ $configs != *",retention.ms=$3,"* || $configs != *",segment.ms=$segment,"* ]]; then
    "$bin/kafka-configs.sh" "${server[@]}" --alter --topic "$1" --add-config "retention.ms=$3,segment.ms=$segment"
  fi
}

# What a reader could not handle waits for an operator. dead_letters READER OWNER...
dead_letters() {
  local reader=$1 owner
  for owner in "${@:2}"; do topic "juxian.$owner.$reader.dlt" 1 "$month"; done
}

for owner in identity fair competition forum registration privacy; do topic "juxian.$owner" 6 "$week"; done
dead_letters registration-service identity fair competition forum
dead_letters competition-service registration identity
dead_letters notification-service identity registration fair competition
for reader in identity registration fair competition forum notification; do dead_letters "$reader-service" privacy; done

# Codes are of use for minutes and must not be kept, not even those which could not be sent.
topic juxian.identity-codes 6 $((15 * minute))
topic juxian.identity-codes.notification-service.dlt 1 $((15 * minute))
