import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { commitments } from "@/db/schema/commitments";
import { newId } from "@/lib/id";
import type { AgentKey } from "./people";
import type { Places } from "./rows";
import type { Times } from "./times";

type Promised = typeof commitments.$inferInsert;

/**
 * What was promised at Marmelune: Giulia's refund is due tomorrow, Claire's was due on the last open day and never came,
 * and some weeks of kept and broken ones lie behind, so that the rate says something on the first morning.
 */
export async function seedCommitments(tx: Tx, places: Places, t: Times): Promise<void> {
  const said = await tx.execute<Said>(sql`
    select c.id as "conversationId", c.customer_id as "customerId", c.team_id as "teamId", k.name,
      (select m.id from messages m where m.conversation_id = c.id and m.kind in ('reply', 'call') and not m.is_automatic
        order by m.sent_at desc, m.id desc limit 1) as "messageId"
    from conversations c join customers k on k.id = c.customer_id where c.brand_id = ${places.brandId}
      and (k.name in ('Giulia Conti', 'Claire Dumontet') or (c.status = 'resolved'
        and not exists (select 1 from conversations o join customers x on x.id = o.customer_id where x.name = k.name and o.status <> 'resolved')))
    order by c.number`);
  const of = (name: string) => said.rows.filter((row) => row.name === name && row.messageId !== null);
  const rows: Promised[] = [];
  for (const row of of("Giulia Conti").slice(0, 1))
    rows.push({
      ...shared(row, places, "salma"),
      text: "Refund of 74 €",
      madeAt: t.workday(-2, "09:48"),
      dueAt: t.workday(1, "18:00"),
      showAt: t.workday(-1, "09:00"),
      shownAt: t.workday(-1, "09:00"),
    });
  for (const row of of("Claire Dumontet").slice(0, 1))
    rows.push({
      ...shared(row, places, "salma"),
      madeBy: places.agents.jules,
      text: "Remboursement de 189 €",
      state: "broken",
      madeAt: t.workday(-5, "15:40"),
      dueAt: t.workday(-1, "18:00"),
      showAt: t.workday(-2, "09:00"),
      shownAt: t.workday(-2, "09:00"),
      brokenAt: t.workday(-1, "18:00"),
    });
  const settled = said.rows.filter((row) => !["Giulia Conti", "Claire Dumontet"].includes(row.name));
  past.forEach((one, index) => {
    const row = settled[index % Math.max(1, settled.length)];
    if (row) rows.push({ ...shared(row, places, one.owner), messageId: null, ...ended(one, t) });
  });
  if (rows.length > 0) await tx.insert(commitments).values(rows);
}

type Said = {
  conversationId: string;
  customerId: string;
  teamId: string | null;
  name: string;
  messageId: string | null;
};

function shared(row: Said, places: Places, owner: AgentKey) {
  return {
    id: newId(),
    brandId: places.brandId,
    customerId: row.customerId,
    conversationId: row.conversationId,
    messageId: row.messageId,
    teamId: row.teamId,
    ownerId: places.agents[owner],
    madeBy: places.agents[owner],
    isSample: true,
  };
}

type Past = { day: number; owner: AgentKey; text: string; late?: number; why?: string };

/** Open days ago; `late` days late, `why` it was withdrawn. */
const past: Past[] = [
  { day: 4, owner: "salma", text: "Refund of 49 €" },
  { day: 6, owner: "jules", text: "Rappel avant midi" },
  { day: 8, owner: "salma", text: "New lid by post" },
  { day: 9, owner: "tom", text: "Answer from the workshop" },
  { day: 11, owner: "salma", text: "Remboursement de 32 €", late: 2 },
  { day: 13, owner: "jules", text: "Étiquette de retour" },
  { day: 16, owner: "tom", text: "Call about the delivery" },
  { day: 19, owner: "salma", text: "Replacement of the handle" },
  { day: 23, owner: "salma", text: "Refund of 118 €", why: "They kept the pot and took a voucher" },
  { day: 27, owner: "jules", text: "Bon d’achat de 15 €" },
  { day: 31, owner: "tom", text: "Photos to the workshop" },
  { day: 36, owner: "salma", text: "Refund of the postage" },
];

function ended({ day, owner: _, text, late, why }: Past, t: Times) {
  const dueAt = t.workday(-day, "18:00");
  const closedAt = late ? t.workday(-day + late, "11:20") : t.workday(-day, "15:05");
  const state: Promised["state"] = why ? "withdrawn" : "kept";
  return {
    text,
    state,
    madeAt: t.workday(-day - 3, "10:00"),
    dueAt,
    showAt: t.workday(-day - 1, "09:00"),
    shownAt: t.workday(-day - 1, "09:00"),
    closedAt,
    brokenAt: late ? dueAt : null,
    note: why ?? "Done, see the conversation",
  };
}
