import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { chooseSignature } from "@/lib/signatures/choose";
import { fillIn, gapsIn, valuesOf } from "@/lib/text/variables";

type Loaded = {
  customerName: string;
  city: string | null;
  facts: { [key: string]: unknown };
  identities: Array<{ kind: string; display: string }>;
  number: number;
  brandName: string;
  brandText: string | null;
  brandIn: { [language: string]: string };
  language: string;
  agentName: string | null;
  title: string | null;
  agentText: string | null;
  agentIn: { [language: string]: string } | null;
};

/**
 * What a text by this agent to this customer may stand on: the values of its variables, the language of the
 * customer, and the signature, filled in; a line of it that lacks a value is left out.
 */
export async function readBelow(
  conversationId: string,
  agentId: string | null,
): Promise<{ values: { [name: string]: string }; language: string; signature: string | null }> {
  const found = await db.execute<Loaded>(sql`
    select (select name from customers p where p.id = k.person_id) as "customerName", k.city, k.facts, c.number::int as number, b.name as "brandName", b.signature as "brandText",
      b.signature_in as "brandIn", coalesce(k.language, b.language) as language, a.name as "agentName", a.title,
      a.signature as "agentText", a.signature_in as "agentIn",
      coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'display', i.display) order by i.created_at, i.id)
        from identities i where i.customer_id in (select records_of(k.id)) and i.revoked_at is null), '[]') as identities
    from conversations c join customers k on k.id = c.customer_id join brands b on b.id = c.brand_id
    left join agents a on a.id = ${agentId}::uuid where c.id = ${conversationId}`);
  const row = found.rows[0]!;
  const values = valuesOf({
    customer: { name: row.customerName, city: row.city, facts: row.facts },
    identities: row.identities,
    agent: { name: row.agentName ?? row.brandName, title: row.title },
    brand: row.brandName,
    number: row.number,
  });
  const own = row.agentIn === null ? null : { text: row.agentText, in: row.agentIn };
  const chosen = chooseSignature(own, { text: row.brandText, in: row.brandIn }, row.language);
  return { values, language: row.language, signature: chosen && withoutGaps(fillIn(chosen, values).text) };
}

function withoutGaps(text: string): string | null {
  const lines = text.split("\n").filter((line) => gapsIn(line).length === 0);
  return lines.join("\n").trim() || null;
}
