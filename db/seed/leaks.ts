import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { leaks } from "@/db/schema/leaks";
import { newId } from "@/lib/id";
import { causeOf } from "@/lib/leaks/cause";
import type { Places } from "./rows";
import { replies, says, type Tale } from "./tale";
import type { Times } from "./times";

const name = "Mathilde Garnier";

/** Three weeks ago: told us by mail in the evening, waited the night, and posted at noon. Both ends are settled. */
export function wentPublic(t: Times): Tale[] {
  return [
    {
      customer: {
        name,
        language: "fr",
        city: "Ghent",
        identities: [["email", "m.garnier@courriel.example"]],
        facts: { orders: 4 },
      },
      channel: "email",
      subject: "Poêle déformée, commande 46120",
      status: "resolved",
      tags: ["broken"],
      lines: [
        says(
          t.workday(-15, "17:20"),
          "Bonjour,\n\nla poêle de ma commande 46120 s’est déformée dès la deuxième cuisson. C’est inadmissible pour ce prix. Je demande un remboursement.\n\nMathilde Garnier",
        ),
        replies(
          t.workday(-14, "15:10"),
          "salma",
          "Bonjour Mathilde,\n\npardon pour cette poêle, et pour l’attente. Votre remboursement part aujourd’hui.\n\nSalma",
        ),
      ],
    },
    {
      customer: { name, language: "fr", identities: [["bluesky", "mathilde-g.example"]] },
      channel: "bluesky",
      status: "resolved",
      tags: ["broken"],
      lines: [
        says(
          t.workday(-14, "12:05"),
          "Poêle @marmelune fichue après deux cuissons, mail envoyé, aucune réponse. Service client lamentable, je déconseille.",
          { public: true },
        ),
        replies(
          t.workday(-14, "14:30"),
          "tom",
          "Bonjour, vous avez raison d’être déçue : nous vous répondons par mail dans l’heure.",
          { public: true },
        ),
      ],
    },
  ];
}

/** Ties the two ends: one person, and the leak that a colleague confirmed. */
export async function seedLeaks(tx: Tx, places: Places, t: Times): Promise<void> {
  const found = await tx.execute<{
    id: string;
    customerId: string;
    messageId: string;
    isPublic: boolean;
  }>(sql`
    select c.id, c.customer_id as "customerId", c.is_public as "isPublic",
      (select m.id from messages m where m.conversation_id = c.id and m.kind = 'customer' order by m.sent_at limit 1) as "messageId"
    from conversations c join customers k on k.id = c.customer_id where c.brand_id = ${places.brandId} and k.name = ${name}`);
  const told = found.rows.find(({ isPublic }) => !isPublic);
  const posted = found.rows.find(({ isPublic }) => isPublic);
  if (!told || !posted) return;
  await tx.execute(
    sql`update identities set customer_id = ${told.customerId} where customer_id = ${posted.customerId}`,
  );
  await tx.execute(sql`update conversations set customer_id = ${told.customerId} where id = ${posted.id}`);
  await tx.execute(sql`delete from customers where id = ${posted.customerId}`);
  const [toldAt, postedAt] = [t.workday(-15, "17:20"), t.workday(-14, "12:05")];
  await tx.insert(leaks).values({
    id: newId(),
    brandId: places.brandId,
    customerId: told.customerId,
    privateConversationId: told.id,
    privateMessageId: told.messageId,
    toldAt,
    publicConversationId: posted.id,
    publicMessageId: posted.messageId,
    postedAt,
    door: "suggestion",
    cause: causeOf({ toldAt, postedAt, answeredAt: null, schedule: places.schedule, servedLater: 0 }),
    foundBy: places.agents.tom,
    foundAt: t.workday(-14, "14:20"),
    isSample: true,
  });
}
