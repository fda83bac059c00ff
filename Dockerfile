# This stage installs with npm. The service runs on the Node version that package-lock.json pins.
FROM node:26-bookworm-slim AS install
WORKDIR /app
COPY package.json package-lock.json ./
COPY openapi/client/package.json ./openapi/client/
RUN npm ci --omit=dev && npm cache clean --force

FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --user-group --create-home smartsource
WORKDIR /app
COPY --from=install /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY migrations ./migrations
COPY openapi/client ./openapi/client
COPY src ./src
RUN mkdir /data && chown smartsource:smartsource /data
USER smartsource
ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/data PATH=/app/node_modules/.bin:$PATH
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/cli/cli.ts", "serve"]
