# The worker, the gateway and the commands are one image; docker-compose.yml says which of them a container is.

FROM node:20.19.5-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
# Temporal's native library comes for five platforms, and with its sources: more than 100 MB that are of no use here.
RUN cd node_modules/@temporalio/core-bridge \
 && find releases -mindepth 1 -maxdepth 1 ! -name "$(uname -m)-unknown-linux-gnu" -exec rm -r {} + \
 && rm -r sdk-core src

FROM node:20.19.5-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
# The one folder that is written to: the gateway's last copy of the catalogue.
RUN install --directory --owner=node --group=node /data
ENV DATA_DIR=/data
COPY --from=dependencies /app/node_modules node_modules
COPY package.json tsconfig.json slack-manifest.json ./
COPY domain domain
COPY config config
COPY workflows workflows
COPY activities activities
COPY worker worker
COPY slack-gateway slack-gateway
COPY operator operator
USER node
# What `npm run worker` does, without npm and a shell between the container's signals and the process.
CMD ["node", "--import", "tsx", "worker/main.ts"]
