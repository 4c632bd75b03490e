import { z } from "zod";
import { type HealthReport, Permanent, Temporary } from "@/lib/channels/channel";
import { type Caller, call } from "./api";
import { askOurselves } from "./ourselves";

/** Tries what the channel needs: the tokens, the account behind them, and a plan that reads mentions. */
export async function check(ctx: Caller): Promise<HealthReport | null> {
  try {
    const who = await askOurselves(ctx);
    await call(ctx, `/2/users/${who.id}/mentions`, z.unknown(), { query: { max_results: "5" } });
    return null;
  } catch (error) {
    if (error instanceof Permanent || error instanceof Temporary)
      return { code: error.code, params: error.params };
    throw error;
  }
}
