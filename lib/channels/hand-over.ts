import { type Context, type HealthReport, Permanent, Temporary } from "./channel";
import { knock, type Receiver, wordIn } from "./knock";

type Sending = Pick<Context<unknown>, "fetch" | "signal" | "now" | "knocks">;

/** So many failures in a row over so long, and nobody knocks any more until a test got through. */
const offAfter = { failures: 20, hours: 12 };
/** From the third on the channel says so to everybody. */
const saidAfter = 3;

/**
 * Hands a reply to a receiver of the house's own making. It carries the same Webhook-Id in every try, so handing it
 * over again is always safe, and what broke is Temporary, never Uncertain. Resolves with the receiver's own id of it
 * (`{"id": "…"}`), null when it names none.
 */
export async function handOver(
  ctx: Sending,
  receiver: Receiver,
  { messageId, payload }: { messageId: string; payload: object },
): Promise<string | null> {
  const before = (await ctx.knocks?.failing()) ?? { count: 0, since: null };
  if (isOff(before, ctx.now())) throw new Permanent("api.receiver_off", { count: before.count });
  const result = await knock(ctx, receiver, messageId, payload);
  const failures = result.isTaken ? 0 : before.count + 1;
  const report = failures >= saidAfter ? sayFailing(failures, result) : null;
  await ctx.knocks?.keep({ ...result, messageId }, report);
  if (result.isTaken) return wordIn(result.answer, "id");
  const { status, answer, host } = result;
  if (status === null) throw new Temporary("api.receiver_silent", { host });
  // What it answered stays in the log, which only whoever looks after the channel sees; but for a reason that it gives
  // in the form made for it. These words will never be taken; everything else may be repaired over there.
  if (refusals.has(status))
    throw new Permanent("api.receiver_refused", { host, status, reason: wordIn(answer, "reason") ?? "" });
  throw new Temporary("api.receiver_failed", { host, status }, result.retryAt);
}

const refusals = new Set([400, 410, 413, 415, 422]);

/** A signed `{"type": "ping"}`: whether the receiver takes what we sign. Lifts "off" when it does. */
export async function checkReceiver(ctx: Sending, receiver: Receiver): Promise<HealthReport | null> {
  const sentAt = ctx.now().toISOString();
  const result = await knock(ctx, receiver, `ping-${crypto.randomUUID()}`, { type: "ping", sentAt });
  const report = result.isTaken ? null : sayFailing(1, result);
  await ctx.knocks?.keep({ ...result, messageId: null }, report);
  return report;
}

function isOff({ count, since }: { count: number; since: Date | null }, now: Date): boolean {
  if (count < offAfter.failures || since === null) return false;
  return now.getTime() - since.getTime() >= offAfter.hours * 3_600_000;
}

function sayFailing(
  failures: number,
  { status, host }: { status: number | null; host: string },
): HealthReport {
  if (status === null) return { code: "api.receiver_silent_often", params: { host, failures } };
  return { code: "api.receiver_failed_often", params: { host, failures, status } };
}
