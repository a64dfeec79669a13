# One Dockerfile for all services:
#   docker build --build-arg SERVICE=fair-service --tag juxian/fair-service:local .
#   docker build --build-arg SERVICE=gateway --target gateway --tag juxian/gateway:local .
# The first two stages do not depend on SERVICE, so they run once for all images.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -ntp package -Dmaven.test.skip=true -Dspotless.check.skip=true --also-make \
        --projects identity-service,registration-service,fair-service,competition-service,forum-service,notification-service,gateway,standalone \
    && mkdir /standalone && cp -t /standalone standalone/target/standalone-*.jar $(tr ':' ' ' < standalone/target/class-path)

FROM node:22-slim AS web
WORKDIR /web
COPY web/package.json web/package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY web/ ./
# Only bundles: types are checked with the tests, some of which read contracts/, which is not here.
RUN npx vite build

FROM eclipse-temurin:25-jre AS layers
ARG SERVICE
WORKDIR /layers
COPY --from=build /src/${SERVICE}/target/${SERVICE}-*.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre AS runtime
# A volume mounted here for the first time takes over this owner.
RUN install -d -o 10001 -g 10001 -m 0700 /keys
WORKDIR /app
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
# The cache of loaded classes is read only by a JVM with the same collector, object headers and pointers: hence one file of options
# for making and for using it, and a small heap where a large machine would take 40 % of its own. The run that makes it stops
# before messages flow and does not wait for a broker; its database is the embedded one, and vanishes with /tmp, as its keys do.
# The last line fails where the cache cannot be used, which a service would pass over without a word. Without relocation the cache
# stays a file that is mapped, and is not copied page by page.
RUN printf '%s\n' -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 \
        -Xss512k -XX:MaxRAMPercentage=40 -XX:-UsePerfData -XX:+ExitOnOutOfMemoryError -Duser.timezone=Asia/Shanghai > jvm.options
RUN --mount=type=tmpfs,target=/tmp --mount=type=bind,from=build,source=/standalone,target=/standalone \
    java -cp '/standalone/*' org.juxian.embeddedmongo.Main --folder=/tmp/mongo --port=27117 & \
    JUXIAN_KEYS_DIR=/tmp/keys JUXIAN_GATEWAY_CLIENT_SECRET=unused JUXIAN_ADMIN_ADDRESS=nobody@example.org \
    java @jvm.options -Xmx256m -XX:AOTCacheOutput=app.aot -Xlog:aot=error -Dspring.context.exit=onRefresh \
        -Dspring.kafka.admin.operation-timeout=1s -Dspring.kafka.admin.close-timeout=1s -jar app.jar \
    && echo -XX:AOTCache=/app/app.aot >> jvm.options \
    && java @jvm.options -XX:AOTMode=on -Xmx64m -cp app.jar -version
ENV SERVER_PORT=8080 MALLOC_ARENA_MAX=2
EXPOSE 8080
USER 10001:10001
ENTRYPOINT ["java", "@jvm.options", "-jar", "app.jar"]

FROM runtime AS gateway
COPY --from=web /web/dist/ /app/web/
ENV JUXIAN_WEB_DIR=/app/web

# Takes SMS over SMPP and shows them on a page, instead of sending them. For trying only.
FROM eclipse-temurin:25-jre AS sandbox
WORKDIR /app
COPY --from=build /standalone/ lib/
EXPOSE 2775 8090
USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xmx64m", "-cp", "lib/*", "org.juxian.standalone.sandbox.SandboxMain", \
            "/tmp/inbox", "1025", "2775", "8090", "0.0.0.0"]

FROM runtime AS service
