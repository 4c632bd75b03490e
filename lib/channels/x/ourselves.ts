import { z } from "zod";
import { Permanent } from "@/lib/channels/channel";
import { type Caller, call } from "./api";
import { user } from "./entities";

export type Ourselves = { id: string; username: string };

const kept = new Map<string, Ourselves>();

/** The account behind the tokens; its number never changes. Throws Permanent when it is another than the settings say. */
export async function ourselves(ctx: Caller): Promise<Ourselves> {
  const key = `${ctx.config.apiUrl} ${ctx.config.address}`;
  const known = kept.get(key);
  if (known) return known;
  const who = await askOurselves(ctx);
  kept.set(key, who);
  return who;
}

/** As `ourselves`, never from memory. */
export async function askOurselves(ctx: Caller): Promise<Ourselves> {
  const { data } = await call(ctx, "/2/users/me", z.object({ data: user }));
  const username = data.username ?? "";
  if (username.toLowerCase() !== ctx.config.address)
    throw new Permanent("x.other_account", { account: `@${username}` });
  return { id: data.id, username };
}
