// Starts what was built, without looking whether it is up to date: for images, where nothing changes.
import { begin, explain } from "./setup.mjs";

begin();
process.env.NODE_ENV = "production";
process.setSourceMapsEnabled(true);
const { serve } = await import("../dist/server.mjs").catch(explain);
await serve({ dev: false });
