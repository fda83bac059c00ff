# The digest fixes the base system. The service runs on the Node version that package-lock.json pins, not on the image's.
FROM node:26-bookworm-slim@sha256:367679cf9792759492a486e4aa4b421764d71a9546a6dae8aab81a99eb797b3e AS base
WORKDIR /app

FROM base AS install
COPY package.json package-lock.json ./
COPY openapi/client/package.json ./openapi/client/
RUN npm ci --omit=dev && npm cache clean --force

# The pooler and the load balancer of docker-compose.yml's profile `scaled`.
FROM base AS edge
RUN apt-get update && apt-get install -y --no-install-recommends haproxy pgbouncer && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --user-group smartsource
COPY deploy/haproxy.cfg deploy/pgbouncer.ini /etc/smartsource/
USER 10001

FROM base
RUN useradd --system --uid 10001 --user-group --create-home smartsource
COPY --from=install /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY migrations ./migrations
COPY openapi/client ./openapi/client
COPY src ./src
RUN mkdir /data && chown smartsource:smartsource /data
# By number: Kubernetes does not start a container that must not be root if it can't tell from a name.
USER 10001
ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/data PATH=/app/node_modules/.bin:$PATH
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/cli/cli.ts", "serve"]
