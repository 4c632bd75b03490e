import type { NextConfig } from "next";

const config: NextConfig = {
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  // The server in server.ts compresses and sets the security headers for every answer, ours and Next's.
  compress: false,
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "@node-rs/argon2", "graphile-worker", "pino", "imapflow", "masto"],
};

export default config;
