import { z } from "zod";
import { type Actor, authorize, type System } from "@/lib/access";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { type HealthReport, Permanent, Temporary } from "./channel";
import { resumesAt, saveHealth } from "./keep-health";
import { contextOf, type LoadedChannel, loadChannel, openSecrets } from "./load";
import { anyJson, knownKind, readSettings } from "./settings";

const patienceMs = 20_000;

export const draftToCheck = z.object({
  kind: z.string().max(40),
  config: z.record(z.string(), anyJson),
  /** Of the channel being changed, for the secrets that the form never saw. */
  channelId: z.uuid().nullable().default(null),
});

/** "Test connection" of a channel as it is stored: null when all is well, else what is wrong. */
export async function checkChannel(
  actor: Actor | System,
  input: { channelId: string },
): Promise<HealthReport | null> {
  authorize(actor, "channel.edit");
  const report = await check((await loadChannel(input.channelId)) ?? fail("not_found", "not_found"));
  await saveHealth(input.channelId, report && { report, nextTryAt: resumesAt(report) });
  return report;
}

/** The same for settings that are not saved yet. Throws `invalid` when they cannot even be read. */
export async function checkDraft(
  actor: Actor,
  input: z.output<typeof draftToCheck>,
): Promise<HealthReport | null> {
  authorize(actor, "channel.edit");
  const stored = input.channelId === null ? null : await loadChannel(input.channelId);
  if (stored && stored.kind !== input.kind) fail("invalid", "channel.kind", { kind: input.kind });
  const kept = stored ? { ...stored.config, ...openSecrets(stored.secrets) } : {};
  const { whole, shown, address } = readSettings(actor, input.kind, input.config, kept);
  const draft = {
    id: stored?.id ?? newId(),
    kind: input.kind,
    name: stored?.name ?? "",
    brandId: stored?.brandId ?? "",
    brandName: stored?.brandName ?? "",
    teamId: null,
    brandTeamId: null,
    config: shown,
    secrets: null,
    address,
    isSample: false,
    pausedAt: null,
    version: 0,
    channel: knownKind(input.kind),
    whole,
  };
  return check(draft, stored !== null);
}

/** What is not stored yet has no log of knocks to write into. */
async function check(channel: LoadedChannel, isStored = true): Promise<HealthReport | null> {
  const signal = AbortSignal.timeout(patienceMs);
  const late = new Promise<HealthReport>((resolve) => {
    signal.addEventListener("abort", () =>
      resolve({ code: "timeout", params: { seconds: patienceMs / 1000 } }),
    );
  });
  try {
    const { knocks, ...ctx } = contextOf(channel, signal, () => {});
    return await Promise.race([channel.channel.check(isStored && knocks ? { ...ctx, knocks } : ctx), late]);
  } catch (error) {
    if (error instanceof Temporary || error instanceof Permanent)
      return { code: error.code, params: error.params };
    throw error;
  }
}
