# syntax=docker/dockerfile:1
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /src
COPY pom.xml ./
COPY etc etc
COPY src src
RUN mvn -B -q -DskipTests -Dspotless.check.skip package

# Unpacked, with what Java remembers of a start: the cache is of exactly this Java, these files and these paths, so that it is
# made in the same base image and at the place where it will lie. If it does not fit, Java starts without it.
FROM eclipse-temurin:25-jre AS ready
WORKDIR /app
COPY --from=build /src/target/lotsen-*.jar /tmp/lotsen.jar
RUN java -Djarmode=tools -jar /tmp/lotsen.jar extract --destination /app
COPY knowledge-base knowledge-base
COPY prompts prompts
RUN LOTSEN_DATA_DIR=/tmp/trial LOTSEN_KNOWLEDGE_DIR=/app/knowledge-base SERVER_PORT=0 \
    java -XX:MaxRAMPercentage=75 -XX:AOTCacheOutput=/app/lotsen.cache -Dspring.context.exit=onRefresh -jar lotsen.jar serve

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 lotsen \
    && useradd --system --uid 10001 --gid lotsen --no-create-home lotsen \
    && install -d -o lotsen -g lotsen /data
WORKDIR /app
# Libraries change seldom, and come first.
COPY --from=ready /app/lib lib
COPY --from=ready /app/lotsen.jar /app/lotsen.cache ./
# The sample municipality; mount your own folder over it, writable for user 10001: editors publish into it.
COPY --chown=lotsen:lotsen knowledge-base knowledge-base
# What a language model is asked; read at every start, with or without a model.
COPY prompts prompts
ENV LOTSEN_DATA_DIR=/data \
    LOTSEN_KNOWLEDGE_DIR=/app/knowledge-base \
    SERVER_PORT=8080
USER lotsen
VOLUME /data
EXPOSE 8080
# bash speaks HTTP well enough for this, so that the image needs no client.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"status\":\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:AOTCache=lotsen.cache", "-jar", "lotsen.jar"]
CMD ["serve"]
