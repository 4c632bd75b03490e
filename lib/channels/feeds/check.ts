import type { Context, HealthReport } from "@/lib/channels/channel";
import type { Config } from "./config";
import { ask } from "./reading/ask";
import { taken } from "./reading/poll";

/** Asks every address once; tells the first that is no feed, and where one has moved for good. */
export async function check(
  ctx: Pick<Context<Config>, "config" | "appUrl" | "fetch" | "signal" | "now">,
): Promise<HealthReport | null> {
  const reports = await Promise.all(
    ctx.config.addresses.slice(0, 20).map((address) => checkOne(ctx, address)),
  );
  return reports.find((report) => report !== null) ?? null;
}

async function checkOne(
  ctx: Pick<Context<Config>, "appUrl" | "fetch" | "signal" | "now">,
  address: string,
): Promise<HealthReport | null> {
  const answer = await ask(ctx, address, { etag: null, modified: null });
  if (answer.kind === "trouble") return { code: answer.code, params: answer.params };
  if (answer.kind === "body") {
    const found = await taken(answer);
    if (found.kind === "trouble") return { code: found.code, params: found.params };
  }
  if (answer.movedTo !== null) return { code: "feeds.moved", params: { address, to: answer.movedTo } };
  return null;
}
