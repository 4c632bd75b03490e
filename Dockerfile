# Built and run by nobody yet on the project's own machines, which have no Docker: treat it as a draft.
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
# The built-in PostgreSQL stays out: an image is meant to run against a server of its own.
RUN node scripts/start.mjs --build-only && npm prune --omit=dev --omit=optional --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 SMTP_IN_HOST=0.0.0.0 DATA_DIR=/data DEMO=off
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=node:node /app/node_modules node_modules
COPY --from=build --chown=node:node /app/.next .next
COPY --from=build --chown=node:node /app/dist dist
COPY --from=build --chown=node:node /app/public public
COPY --from=build --chown=node:node /app/db/migrations db/migrations
COPY --from=build --chown=node:node /app/scripts/*.mjs scripts/
COPY --from=build --chown=node:node /app/package.json /app/next.config.mjs ./
USER node
VOLUME /data
EXPOSE 3000 2525
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD node -e "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
STOPSIGNAL SIGTERM
CMD ["node", "scripts/serve.mjs"]
