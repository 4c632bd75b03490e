import { z } from "zod";
import { type Caller, call, Refusal } from "@/lib/channels/mastodon/api";

/** Without include_filtered, Mastodon 4.3 and later hides private mentions by strangers: a brand's customers. */
const wanted = { "types[]": ["mention", "quote"], include_filtered: "true" };

/** A page of what mentions us; whoever reads it leaves out the other kinds, which some servers give all the same. */
export async function notifications(
  ctx: Caller,
  query: Record<string, string | string[] | null>,
): Promise<unknown[]> {
  const path = "/api/v1/notifications";
  try {
    return await call(ctx, path, z.array(z.unknown()), { query: { ...wanted, ...query } });
  } catch (error) {
    // Servers that check what they are asked know no quotes.
    if (!(error instanceof Refusal && (error.status === 400 || error.status === 422))) throw error;
    return await call(ctx, path, z.array(z.unknown()), { query });
  }
}
