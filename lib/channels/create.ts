import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Actor, authorize, type System } from "../access";
import { fail } from "../errors";
import { newId } from "../id";
import { cleanLine } from "../text/clean";
import type { HealthReport, Json } from "./channel";
import { contextOf, loadChannel, openSecrets, sealSecrets } from "./load";
import { type AnyChannel, channelOf } from "./registry";
import { saveHealth } from "./run";

export type ChannelInput = { name: string; teamId: string | null; config: { [key: string]: Json } };

/** Connects something. The parts of its config that are secret are sealed; nothing gives them back. */
export async function createChannel(
  actor: Actor | System,
  input: ChannelInput & { kind: string; brandId: string },
): Promise<{ id: string }> {
  authorize(actor, "channel.edit");
  const channel = channelOf(input.kind) ?? fail("invalid", "channel.kind", { kind: input.kind });
  const { open, secrets, address } = split(channel, input.config);
  const id = newId();
  const known = await db.execute(sql`select 1 from brands where id = ${input.brandId}`);
  if (known.rows.length === 0) fail("not_found", "brand.not_found");
  const made = await db.execute(sql`
    insert into channels (id, kind, name, brand_id, team_id, config, secrets, address, is_sample)
    values (${id}, ${input.kind}, ${cleanLine(input.name, 80) || input.kind}, ${input.brandId}, ${input.teamId}::uuid, ${JSON.stringify(open)}::jsonb,
      ${Object.keys(secrets).length > 0 ? sealSecrets(secrets) : null}, ${address}, false)
    on conflict do nothing returning id`);
  if (made.rows.length === 0) fail("conflict", "channel.address_taken", { address: address ?? "" });
  await addTarget(id, channel);
  return { id };
}

/** A secret that is not sent stays what it was: the form never had it to send back. */
export async function updateChannel(
  actor: Actor,
  input: ChannelInput & { channelId: string },
): Promise<void> {
  authorize(actor, "channel.edit");
  const row = (await loadChannel(input.channelId)) ?? fail("not_found", "channel.not_found");
  const { open, secrets, address } = split(row.channel, {
    ...openSecrets(row.secrets),
    ...dropEmpty(input.config),
  });
  const taken = await db.execute(sql`
    select 1 from channels where kind = ${row.kind} and lower(address) = lower(${address}) and id <> ${row.id}`);
  if (taken.rows.length > 0) fail("conflict", "channel.address_taken", { address: address ?? "" });
  await db.execute(sql`
    update channels set name = ${cleanLine(input.name, 80) || row.name}, team_id = ${input.teamId}::uuid, config = ${JSON.stringify(open)}::jsonb,
      secrets = ${Object.keys(secrets).length > 0 ? sealSecrets(secrets) : null}, address = ${address}, version = version + 1
    where id = ${row.id}`);
}

export async function pauseChannel(actor: Actor, input: { channelId: string }): Promise<void> {
  await setPaused(actor, input.channelId, sql`now()`);
}

export async function resumeChannel(actor: Actor, input: { channelId: string }): Promise<void> {
  await setPaused(actor, input.channelId, sql`null`);
}

/** Asks the other side whether all is well, now, and keeps the answer. */
export async function checkChannel(
  actor: Actor | System,
  input: { channelId: string },
): Promise<HealthReport | null> {
  authorize(actor, "channel.edit");
  const row = (await loadChannel(input.channelId)) ?? fail("not_found", "channel.not_found");
  const report = await row.channel
    .check(contextOf(row, AbortSignal.timeout(20_000), () => {}))
    .catch((error: unknown): HealthReport => reportOf(error));
  await saveHealth(row.id, report);
  return report;
}

function reportOf(error: unknown): HealthReport {
  const coded = z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .safeParse(error);
  return coded.success ? coded.data : { code: "unexpected", params: {} };
}

async function setPaused(actor: Actor, channelId: string, value: ReturnType<typeof sql>): Promise<void> {
  authorize(actor, "channel.edit");
  const done = await db.execute(sql`
    update channels set paused_at = ${value}, version = version + 1 where id = ${channelId} returning id`);
  if (done.rows.length === 0) fail("not_found", "channel.not_found");
}

async function addTarget(channelId: string, channel: AnyChannel): Promise<void> {
  for (const kind of ["first_response", "next_response"]) {
    await db.execute(sql`
      insert into targets (id, kind, channel_id, seconds, valid_from)
      values (${newId()}, ${kind}, ${channelId}, ${Math.round(channel.toleranceHours * 3600)}, now() - interval '30 days')`);
  }
}

/** Checks a config and takes it apart: what may be shown, what is secret, and the name that the outside uses. */
function split(channel: AnyChannel, given: { [key: string]: Json }) {
  const checked = channel.config.safeParse(given);
  if (!checked.success) {
    const issue = checked.error.issues[0]!;
    return fail(
      "invalid",
      "channel.config",
      { field: issue.path.join("."), problem: issue.message },
      checked.error.issues,
    );
  }
  const whole: { [key: string]: Json } = JSON.parse(JSON.stringify(checked.data));
  const secretNames = new Set(secretsOf(channel.config));
  const part = (isSecret: boolean) =>
    Object.fromEntries(Object.entries(whole).filter(([name]) => secretNames.has(name) === isSecret));
  const address = whole.address ?? whole.slug ?? null;
  return { open: part(false), secrets: part(true), address: typeof address === "string" ? address : null };
}

/** Names of the fields whose meta says `secret`; a group that holds one is secret as a whole. */
export function secretsOf(config: z.ZodType): string[] {
  const schema = z.toJSONSchema(config, { io: "input", unrepresentable: "any" });
  return Object.entries(schema.properties ?? {})
    .filter(([, field]) => JSON.stringify(field).includes('"secret":true'))
    .map(([name]) => name);
}

function dropEmpty(config: { [key: string]: Json }): { [key: string]: Json } {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== "" && value !== null));
}
