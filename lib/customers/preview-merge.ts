import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { uuids } from "@/db/uuids";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { addUp } from "./bought";
import { believedBy, type Difference, differences, type PersonFields, personFields } from "./fields";
import { between, sides } from "./merge";
import { recordsOf } from "./record";
import { livingPerson, seesRecord } from "./sight";
import { linksOf } from "./tie";

export type MergePreview = {
  one: PersonFields & { id: string };
  other: PersonFields & { id: string };
  /** Where they differ, and what is taken unless somebody chooses. */
  differences: Difference[];
  /** What their signs say of them once they are one: added up, so that there is nothing to choose. Null without any. */
  counted: PersonFields["facts"] | null;
  /** Somebody said that they are two people. */
  isToldApart: boolean;
};

/** Field by field, what making two customers one would show; nothing changes. */
export async function previewMerge(
  actor: Actor,
  input: { oneId: string; otherId: string },
): Promise<MergePreview> {
  authorize(actor, "customer.merge");
  await livingPerson(db, actor, input.oneId);
  await livingPerson(db, actor, input.otherId);
  return db.transaction(async (tx) => {
    const records = await recordsOf(tx, [input.oneId, input.otherId]);
    const { one, other } = sides(records, input);
    if (one[0]!.brandId !== other[0]!.brandId) fail("invalid", "customer.brand");
    const links = await linksOf(
      tx,
      records.map(({ id }) => id),
    );
    const believed = believedBy(links.filter(({ verdict }) => verdict === "same"));
    const seen = await tx.execute<{ id: string }>(sql`
      select r.id from customers r where r.id = any(${uuids(records.map(({ id }) => id))}) and ${seesRecord(actor, "r")}`);
    const isSeen = ({ id }: { id: string }) => seen.rows.some((row) => row.id === id);
    const [first, second] = [
      personFields(one.filter(isSeen), believed),
      personFields(other.filter(isSeen), believed),
    ];
    return {
      one: { id: input.oneId, ...first },
      other: { id: input.otherId, ...second },
      differences: differences(first, second),
      counted: addUp([...one, ...other].filter(isSeen).map(({ facts }) => facts)),
      isToldApart: between(links, one, other).some(({ verdict }) => verdict === "not_same"),
    };
  });
}
