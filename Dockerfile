# One file for the four services: docker build --build-arg SERVICE=account-service .
#
# It takes the jar that Maven has built (./jieyu test, or mvn package) and builds nothing itself: what was tested is what
# runs, and a build inside would need this repository's whole build, with its servers, once more for every service.
FROM eclipse-temurin:25-jre AS layers
ARG SERVICE
WORKDIR /build
COPY ${SERVICE}/target/jieyu-${SERVICE}-*-exec.jar service.jar
RUN java -Djarmode=tools -jar service.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 jieyu && install -d -o jieyu /var/lib/jieyu
WORKDIR /opt/jieyu
# From what changes seldom to what changes always.
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
USER 10001
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080
# Bash alone: the image has no need of curl.
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=12 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"status\":\"UP\"' <&3"]
# The streams keep half of what they know outside the heap; why this collector: docs/performance.md.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "service.jar"]
