import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testAgent, testDesk, testMessage } from "@/db/test-desk";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { createChannel, newChannel } from "./create-channel";
import { listArrivals } from "./list-arrivals";

testDatabase();

test("a channel gets the id that was chosen for it, once", async () => {
  const desk = await testDesk();
  const hannah = await testAgent("Hannah Whitlock", "admin", [], []);
  const id = newId();
  const wanted = newChannel.parse({
    id,
    kind: "mastodon",
    name: "@marmelune",
    brandId: desk.brandId,
    config: { instance: "mastodon.example", accessToken: "token" },
  });
  expect(await createChannel(hannah, wanted)).toEqual({ id });
  await expect(createChannel(hannah, wanted)).rejects.toMatchObject({
    code: "conflict",
    key: "channel.already",
  });
  const kept = await db.execute(sql`select config, secrets from channels where id = ${id}`);
  expect(kept.rows[0]).toMatchObject({ config: { instance: "https://mastodon.example" } });
  expect(JSON.stringify(kept.rows)).not.toContain('"token"');
});

test("a setting that is missing is named as the form names it, in the reader's language", async () => {
  const desk = await testDesk();
  const hannah = { ...(await testAgent("Hannah Whitlock", "admin", [], [])), language: "fr" as const };
  const wanted = {
    kind: "mastodon",
    name: "x",
    brandId: desk.brandId,
    config: { instance: "mastodon.example" },
  };
  await expect(createChannel(hannah, newChannel.parse(wanted))).rejects.toMatchObject({
    params: { field: "Jeton d’accès", problem: "À remplir." },
  });
});

test("the first messages of a channel are shown to whoever may see them", async () => {
  const desk = await testDesk();
  const other = await testDesk();
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, '1', '1', 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const message = testMessage("claire@example.org", "Ma cocotte est fendue.");
  await receive([
    { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] },
  ]);
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, filed_reason)
    values (${newId()}, ${desk.channelId}, '2', '2', 'message/rfc822', '{}', '\\x00', 1, 'done', 'list')`);
  const input = { channelId: desk.channelId };
  expect(await listArrivals(desk.salma, input)).toMatchObject({
    items: [{ customerName: "claire", excerpt: "Ma cocotte est fendue." }],
    filed: 1,
    parked: 0,
  });
  expect(await listArrivals(other.salma, input)).toEqual({ items: [], filed: 0, parked: 0 });
});
