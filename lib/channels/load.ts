import { readFileSync } from "node:fs";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { env } from "@/env";
import { gathering } from "@/lib/gather";
import { log } from "@/lib/log";
import { safeConnect, safeFetchWith } from "@/lib/safe-fetch";
import { open, seal } from "@/lib/secrets";
import type { Context, HealthReport, Json } from "./channel";
import { knocksOf } from "./knocks";
import { type AnyChannel, channelOf } from "./registry";

export type ChannelRow = {
  id: string;
  kind: string;
  name: string;
  brandId: string;
  brandName: string;
  teamId: string | null;
  /** Where the brand's new conversations go when the channel names no team. */
  brandTeamId: string | null;
  config: { [key: string]: Json };
  secrets: string | null;
  address: string | null;
  isSample: boolean;
  pausedAt: string | null;
  version: number;
};

/** A channel with its definition and its whole config, secrets included: never leaves the server. */
export type LoadedChannel = ChannelRow & { channel: AnyChannel; whole: unknown };

export async function loadChannel(id: string): Promise<LoadedChannel | null> {
  return (await loadChannels(sql`h.id = ${id}`))[0] ?? null;
}

/** By id, or by the public name in an address (a form's slug). Those who ask at the same moment share one look. */
export async function findChannel(kind: string, idOrAddress: string): Promise<LoadedChannel | null> {
  // An address of the web may hold what PostgreSQL refuses to compare.
  if (`${kind}${idOrAddress}`.includes("\u0000")) return null;
  return find({ kind, idOrAddress });
}

type Door = { kind: string; idOrAddress: string };

const find = gathering(findTogether, { most: 100, weight: () => 1 });

/** Nothing is kept from one lot to the next: a channel that was paused, or whose secret changed, is so at once. */
async function findTogether(doors: Door[]): Promise<Array<LoadedChannel | null>> {
  const wanted = [...new Map(doors.map((door) => [JSON.stringify(door), door])).values()];
  const rows = await loadChannels(
    sql.join(
      wanted.map(
        ({ kind, idOrAddress }) =>
          sql`(h.kind = ${kind} and (h.id::text = ${idOrAddress} or lower(h.address) = lower(${idOrAddress})))`,
      ),
      sql` or `,
    ),
  );
  return doors.map(
    ({ kind, idOrAddress }) =>
      rows.find(
        (row) =>
          row.kind === kind &&
          (row.id === idOrAddress || row.address?.toLowerCase() === idOrAddress.toLowerCase()),
      ) ?? null,
  );
}

/** Kinds that this version does not know are left out, so that a newer database does not stop an older process. */
export async function loadChannels(where: SQL): Promise<LoadedChannel[]> {
  const result = await db.execute<ChannelRow>(sql`
    select h.id, h.kind, h.name, h.brand_id as "brandId", b.name as "brandName", h.team_id as "teamId", bt.team_id as "brandTeamId", h.config, h.secrets,
      h.address, h.is_sample as "isSample", h.paused_at as "pausedAt", h.version
    from channels h join brands b on b.id = h.brand_id left join brand_teams bt on bt.brand_id = h.brand_id where ${where} order by h.id`);
  return result.rows.flatMap((row) => {
    const channel = channelOf(row.kind);
    return channel ? [{ ...row, channel, whole: { ...row.config, ...openSecrets(row.secrets) } }] : [];
  });
}

export function openSecrets(sealed: string | null): { [key: string]: Json } {
  return sealed === null ? {} : JSON.parse(open(sealed, "channel"));
}

export function sealSecrets(secrets: { [key: string]: Json }): string {
  return seal(JSON.stringify(secrets), "channel");
}

/** What a channel is given to work with. `health` hears what a held connection knows about itself. */
export function contextOf(
  row: LoadedChannel,
  signal: AbortSignal,
  health: (report: HealthReport | null) => void,
): Context<unknown> {
  return {
    channelId: row.id,
    config: row.whole,
    appUrl: env.APP_URL,
    // Wide enough for a video on a slow line; channels set tighter limits for each call.
    fetch: safeFetchWith({ ...reach(), timeoutMs: 120_000, maxBytes: 50_000_000 }),
    connect: (target) => safeConnect(target, reach()),
    signal,
    now: () => new Date(),
    cursor: async () => {
      const found = await db.execute<{ cursor: string | null }>(
        sql`select cursor from channels where id = ${row.id}`,
      );
      return found.rows[0]?.cursor ?? null;
    },
    stored: async () => {
      const found = await db.execute<{ secrets: string | null }>(
        sql`select secrets from channels where id = ${row.id}`,
      );
      return openSecrets(found.rows[0]?.secrets ?? null);
    },
    saveSecrets: async (secrets) => {
      await db.transaction(async (tx) => {
        const found = await tx.execute<{ secrets: string | null }>(
          sql`select secrets from channels where id = ${row.id} for update`,
        );
        const merged = { ...openSecrets(found.rows[0]?.secrets ?? null), ...secrets };
        await tx.execute(sql`update channels set secrets = ${sealSecrets(merged)} where id = ${row.id}`);
      });
    },
    expires: async (at) => {
      await db.execute(sql`
        update channels set access_ends_at = ${at?.toISOString() ?? null}
        where id = ${row.id} and access_ends_at is distinct from ${at?.toISOString() ?? null}::timestamptz`);
    },
    claim,
    log: {
      info: (data, text) => log.info({ channel: row.id, kind: row.kind, ...data }, text),
      warn: (data, text) => log.warn({ channel: row.id, kind: row.kind, ...data }, text),
    },
    health,
    knocks: knocksOf(row.id),
    mail: {
      smtpUrl: env.SMTP_URL ?? null,
      listenAt: env.SMTP_IN_PORT === 0 ? null : { host: env.SMTP_IN_HOST, port: env.SMTP_IN_PORT },
      tls: listenerCertificate(),
    },
  };
}

/** What the operator opened of the own network, for every address that somebody else chose. */
export function reach(): { allow: ("loopback" | "private")[] } {
  return { allow: env.ALLOW_PRIVATE_NETWORK ? ["loopback", "private"] : [] };
}

function listenerCertificate(): { cert: string; key: string } | null {
  const { SMTP_IN_CERT: cert, SMTP_IN_KEY: key } = env;
  return cert && key ? { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") } : null;
}

/** See Context.claim: the first taker of a key, for as long as it could be used again. */
function claim(key: string, value: string, ttlSeconds: number): Promise<string> {
  return claimWithOthers({ key, value, ttlSeconds });
}

type Claim = { key: string; value: string; ttlSeconds: number };

const claimWithOthers = gathering(claimTogether, { most: 200, weight: () => 1 });

async function claimTogether(claims: Claim[]): Promise<string[]> {
  // The first of a lot comes first; one order for everybody, as in accept.
  const first = new Map(claims.toReversed().map((claim) => [claim.key, claim]));
  const rows = [...first.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  // Nobody waits for this to reach the disk: it goes there before whatever is committed later, such as the items that
  // the caller is told are safe. A key that was lost with the power had let nothing in.
  const taken = await db.execute<{ token: string; value: string }>(sql`
    insert into used_tokens (token, value, expires_at)
    select key, value, now() + make_interval(secs => "ttlSeconds")
    from (select set_config('synchronous_commit', 'off', true) offset 0) as s,
      jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(key text, value text, "ttlSeconds" double precision)
    on conflict (token) do update set
      value = case when used_tokens.expires_at < now() then excluded.value else used_tokens.value end,
      expires_at = case when used_tokens.expires_at < now() then excluded.expires_at else used_tokens.expires_at end
    returning token, value`);
  const values = new Map(taken.rows.map(({ token, value }) => [token, value]));
  return claims.map(({ key }) => values.get(key)!);
}
