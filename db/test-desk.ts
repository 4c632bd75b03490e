import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Role } from "@/db/enums";
import type { Actor } from "@/lib/access";
import type { IncomingMessage } from "@/lib/channels/channel";
import { newId } from "@/lib/id";

/** A small Marmelune for tests: one brand, one mail channel, the care team, Salma and Tom in it. */
export type TestDesk = {
  brandId: string;
  channelId: string;
  teamId: string;
  salma: Actor;
  tom: Actor;
  channel: { id: string; brandId: string; teamId: string | null; isSample: boolean; acknowledges: boolean };
};

export async function testDesk(kind = "email"): Promise<TestDesk> {
  const [brandId, channelId, teamId] = [newId(), newId(), newId()];
  const tail = brandId.slice(-6);
  await db.execute(sql`insert into organisation (id, name) values (1, 'Marmelune') on conflict do nothing`);
  await db.execute(sql`
    insert into brands (id, name, letter, color, color_dark) values (${brandId}, ${`Marmelune ${tail}`}, 'M', '#a85e36', '#cf825a')`);
  await db.execute(sql`
    insert into channels (id, kind, name, brand_id, address, config) values (${channelId}, ${kind}, 'care', ${brandId}, ${`care-${tail}@marmelune.example`},
      ${JSON.stringify({ address: `care-${tail}@marmelune.example` })}::jsonb)`);
  await db.execute(sql`insert into teams (id, name) values (${teamId}, ${`Care ${tail}`})`);
  await db.execute(sql`insert into team_brands (team_id, brand_id) values (${teamId}, ${brandId})`);
  const salma = await testAgent("Salma Idrissi", "agent", [teamId], [brandId]);
  const tom = await testAgent("Tom Verhaegen", "agent", [teamId], [brandId]);
  return {
    brandId,
    channelId,
    teamId,
    salma,
    tom,
    channel: { id: channelId, brandId, teamId: null, isSample: false, acknowledges: false },
  };
}

export async function testAgent(
  name: string,
  role: Role,
  teamIds: string[],
  brandIds: string[],
): Promise<Actor> {
  const id = newId();
  await db.execute(
    sql`insert into agents (id, name, email, role) values (${id}, ${name}, ${`${id}@marmelune.example`}, ${role})`,
  );
  for (const teamId of teamIds) {
    await db.execute(sql`insert into team_members (team_id, agent_id) values (${teamId}, ${id})`);
  }
  return { kind: "agent", id, name, role, language: "en", teamIds, brandIds, sessionId: newId() };
}

export function testMessage(
  from: string,
  text: string,
  more: Partial<IncomingMessage> = {},
): IncomingMessage {
  return {
    kind: "message",
    externalId: `<${newId()}@example.org>`,
    inReplyTo: [],
    token: null,
    threadKey: null,
    author: {
      name: from.split("@")[0] ?? null,
      identities: [{ kind: "email", value: from, display: from, evidence: "claimed" }],
      avatarUrl: null,
      profileUrl: null,
      facts: {},
    },
    public: false,
    sentAt: null,
    subject: "Hello",
    text,
    quoteAt: null,
    html: null,
    language: "en",
    files: [],
    remoteFiles: [],
    parent: null,
    url: null,
    recipients: { to: [], cc: [] },
    orderNumber: null,
    rating: null,
    authentication: null,
    ...more,
  };
}
