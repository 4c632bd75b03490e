import type { ConversationKind, ConversationStatus } from "@/db/enums";
import { resolutionOf, responseOf, type State } from "./due";
import type { Traits } from "./pick";
import { knownRules, rulesNow } from "./rules";

export type Due = { dueAt: Date | null; dueKind: "first_response" | "next_response" | null };

/**
 * Reads the rules when they are old. To be called before a transaction opens: inside one `responseDue` must not ask
 * for a second connection, because once every connection of the pool does so, each waits for the others.
 */
export async function readyRules(): Promise<void> {
  await rulesNow();
}

/**
 * When an answer is due that has been awaited since `waitingSince`: by the most particular target and the opening hours in
 * force at that moment. What is not said of the conversation is taken as nothing; lib/targets/follow.ts puts it right.
 */
export async function responseDue(
  input: { waitingSince: Date | null; isFirst: boolean; brandId: string; channelId: string | null } & Partial<
    Pick<Traits, "teamId" | "pin" | "tagIds" | "band">
  >,
): Promise<Due> {
  const { waitingSince } = input;
  if (waitingSince === null) return { dueAt: null, dueKind: null };
  const state: State = {
    teamId: null,
    pin: 0,
    tagIds: [],
    band: null,
    status: "open",
    kind: "contact",
    cycleStartedAt: waitingSince.getTime(),
    pauses: [],
    ...input,
    waitingSince: waitingSince.getTime(),
  };
  const dueAt = responseOf(await knownRules(), state)?.dueAt ?? null;
  return dueAt === null
    ? { dueAt: null, dueKind: null }
    : { dueAt, dueKind: input.isFirst ? "first_response" : "next_response" };
}

/** Both due times of a conversation that a message has just come into. */
export async function dueOf(
  c: Traits & {
    status: ConversationStatus;
    kind: ConversationKind;
    waitingSince: Date | null;
    firstResponseAt: Date | null;
    cycleStartedAt: Date;
    pauses: readonly string[];
  },
): Promise<Due & { resolveDueAt: Date | null }> {
  const rules = await knownRules();
  // Whoever writes to what we opened ourselves makes it a conversation like any other.
  const state: State = {
    ...c,
    kind: "contact",
    isFirst: c.firstResponseAt === null,
    waitingSince: c.status === "spam" || c.waitingSince === null ? null : c.waitingSince.getTime(),
    cycleStartedAt: c.cycleStartedAt.getTime(),
    pauses: c.pauses.map((each) => Date.parse(each)),
  };
  const dueAt = responseOf(rules, state)?.dueAt ?? null;
  const resolveDueAt = resolutionOf(rules, state)?.dueAt ?? null;
  if (dueAt === null) return { dueAt, dueKind: null, resolveDueAt };
  return { dueAt, dueKind: state.isFirst ? "first_response" : "next_response", resolveDueAt };
}
