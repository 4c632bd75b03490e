// `npm start`, `npm run dev` (--dev) and `npm run build` (--build-only): set up what is missing, then serve.
import { begin, build, explain, install } from "./setup.mjs";

begin();
await install();

if (process.argv.includes("--build-only")) {
  await build();
} else if (process.argv.includes("--dev")) {
  await (await import("./dev.mjs")).dev();
} else {
  await build();
  process.env.NODE_ENV = "production";
  process.setSourceMapsEnabled(true);
  // In this process: signals arrive directly, and there is no second Node to keep in memory.
  const { serve } = await import("../dist/server.mjs").catch(explain);
  await serve({ dev: false });
}
