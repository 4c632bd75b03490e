import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { LinkEvidence } from "@/db/enums";
import { uuids } from "@/db/uuids";
import { type Actor, authorize, type System } from "@/lib/access";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";
import { type Believed, believedBy, type Change, type Choices, changesOf, keepBelieved } from "./fields";
import { type CustomerRecord, lockPersons } from "./record";
import { livingPerson } from "./sight";
import { tellOf } from "./tell";
import { type Link, linksOf, regroup, write } from "./tie";

export type MergeInput = {
  oneId: string;
  otherId: string;
  /** Which of the two is believed where they differ; what is left out is taken as the preview shows it. */
  choices: Choices;
  /** `told_apart`: also where somebody said that these are two people. */
  despite: "nothing" | "told_apart";
};

export type Tied = { eventId: number; linkId: string; personId: string };

/**
 * Makes two customers one person. Nothing moves: conversations, addresses and signs stay with the record they came by,
 * so that `unmerge` restores everything. Throws `conflict` when they are one already or somebody told them apart, and
 * `invalid` across brands.
 */
export async function merge(actor: Actor, input: MergeInput): Promise<Tied> {
  authorize(actor, "customer.merge");
  return transact(async (tx) => {
    await livingPerson(tx, actor, input.oneId);
    await livingPerson(tx, actor, input.otherId);
    return mergeWithin(tx, actor, { ...input, evidence: "agent", reasons: [] });
  }, "customers");
}

export async function mergeWithin(
  tx: Tx,
  actor: Actor | System,
  input: MergeInput & { evidence: LinkEvidence; reasons: Link["reasons"] },
): Promise<Tied> {
  const records = await lockPersons(tx, [input.oneId, input.otherId]);
  const { one, other } = sides(records, input);
  if (one[0]!.brandId !== other[0]!.brandId) fail("invalid", "customer.brand");
  const [aId, bId] =
    input.oneId < input.otherId ? [input.oneId, input.otherId] : [input.otherId, input.oneId];
  const links = await linksOf(
    tx,
    records.map(({ id }) => id),
  );
  const apart = between(links, one, other).filter(({ verdict }) => verdict === "not_same");
  if (apart.length > 0 && input.despite === "nothing") fail("conflict", "customer.told_apart");
  await tx.execute(sql`
    update customer_links set revoked_at = now(), revoked_by = ${actor.kind === "agent" ? actor.id : null}
    where id = any(${uuids(apart.map(({ id }) => id))})`);

  const ties = links.filter(({ verdict }) => verdict === "same");
  const { changes, believed } = changesOf(one, other, { choices: input.choices, believed: believedBy(ties) });
  const asked = links.find((link) => link.verdict === "perhaps" && link.aId === aId && link.bId === bId);
  const link = { id: asked?.id ?? newId(), brandId: one[0]!.brandId, aId, bId };
  await store(tx, actor, { link, isAsked: asked !== undefined, changes, believed, input });
  await write(
    tx,
    changes.map(({ key, after }) => ({ key, value: after })),
  );
  const ids = records.map(({ id }) => id);
  await regroup(tx, ids);
  const personId = ids[0]!;
  const eventId = await tellOf(tx, actor, {
    type: "customer.merged",
    brandId: link.brandId,
    customerId: personId,
    recordIds: ids,
    before: { apart: apart.map(({ id }) => id) },
    after: { linkId: link.id, oneId: input.oneId, otherId: input.otherId, evidence: input.evidence },
  });
  return { eventId, linkId: link.id, personId };
}

/** The records of each of two persons. Throws where one does not exist or both are one. */
export function sides(
  records: readonly CustomerRecord[],
  { oneId, otherId }: { oneId: string; otherId: string },
): { one: CustomerRecord[]; other: CustomerRecord[] } {
  const personOf = (id: string) =>
    records.find((record) => record.id === id)?.personId ?? fail("not_found", "customer.not_found");
  const [first, second] = [personOf(oneId), personOf(otherId)];
  if (first === second) fail("conflict", "customer.already_one");
  return {
    one: records.filter(({ personId }) => personId === first),
    other: records.filter(({ personId }) => personId === second),
  };
}

/** What is known between two persons, whichever of their records it was said of. */
export function between(
  links: readonly Link[],
  one: ReadonlyArray<{ id: string }>,
  other: ReadonlyArray<{ id: string }>,
): Link[] {
  const has = (side: ReadonlyArray<{ id: string }>, id: string) => side.some((record) => record.id === id);
  return links.filter(
    ({ aId, bId }) => (has(one, aId) && has(other, bId)) || (has(one, bId) && has(other, aId)),
  );
}

async function store(
  tx: Tx,
  actor: Actor | System,
  it: {
    link: { id: string; brandId: string; aId: string; bId: string };
    isAsked: boolean;
    changes: readonly Change[];
    believed: Believed;
    input: { evidence: LinkEvidence; reasons: Link["reasons"] };
  },
): Promise<void> {
  const before = JSON.stringify(Object.fromEntries(it.changes.map(({ key, before }) => [key, before])));
  const after = JSON.stringify({
    ...Object.fromEntries(it.changes.map(({ key, after }) => [key, after])),
    ...keepBelieved(it.believed),
  });
  const by = actor.kind === "agent" ? actor.id : null;
  if (it.isAsked) {
    await tx.execute(sql`
      update customer_links set verdict = 'same', decided_by = ${by}, decided_at = clock_timestamp(),
        before = ${before}::jsonb, after = ${after}::jsonb where id = ${it.link.id}`);
    return;
  }
  await tx.execute(sql`
    insert into customer_links (id, brand_id, a_id, b_id, verdict, evidence, reasons, before, after, decided_by, decided_at)
    values (${it.link.id}, ${it.link.brandId}, ${it.link.aId}, ${it.link.bId}, 'same', ${it.input.evidence},
      ${JSON.stringify(it.input.reasons)}::jsonb, ${before}::jsonb, ${after}::jsonb, ${by}, clock_timestamp())`);
}
