import { buildSync } from "esbuild";

/** @type {import("next").NextConfig} */
const config = {
  turbopack: {
    root: import.meta.dirname,
    resolveAlias: {
      // Sentences reach the browser compiled, see app/_server/format-message.ts: 8 kB less on every page.
      "use-intl/format-message": {
        browser: "use-intl/format-message/format-only",
        default: "./app/_server/format-message.ts",
      },
      virtua: "./node_modules/.cache/virtualizer.mjs",
    },
  },
  poweredByHeader: false,
  // Types are checked by `npm test`; a first start should not wait for it, nor fail on a test file.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "@node-rs/argon2", "graphile-worker", "pino", "imapflow"],
};

/** @param {string} phase one of those in next/constants */
export default function configFor(phase) {
  if (phase !== "phase-production-server") takeVirtualizerAlone();
  return config;
}

/** Next's minifier keeps the package's grid although nobody asks for it: 4 kB of the 195 that a first view may weigh. */
function takeVirtualizerAlone() {
  buildSync({
    stdin: { contents: 'export { Virtualizer } from "virtua";', resolveDir: import.meta.dirname },
    outfile: "node_modules/.cache/virtualizer.mjs",
    bundle: true,
    format: "esm",
    external: ["react", "react-dom", "react/jsx-runtime"],
  });
}
