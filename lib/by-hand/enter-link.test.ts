import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testDesk } from "@/db/test-desk";
import { readLedger } from "@/lib/channels/intake";
import { siteOf } from "@/lib/channels/links/site";
import { getConversation } from "@/lib/conversations/get-conversation";
import { listQueue } from "@/lib/conversations/list-queue";
import { recordCall } from "@/lib/conversations/record-call";
import { newId } from "@/lib/id";
import { enterLink } from "./enter-link";

testDatabase();

const post = {
  channelId: null,
  at: null,
  url: "https://www.tiktok.com/@claire.cuisine/video/74821?is_copy=1",
  who: "",
  text: "My pot cracked and nobody answers.",
};

test("a pasted post is one row with its link, answered there and noted here", async () => {
  const { salma, tom } = await testDesk("links");
  expect((await enterLink(salma, { ...post, id: newId() })).isKnown).toBe(false);
  const again = { ...post, id: newId(), url: `${post.url}&utm_source=app` };
  expect((await enterLink(tom, again)).isKnown).toBe(true);
  await readLedger("test");
  const { items } = await listQueue(salma, { view: "queue", sort: "left", cursor: null, limit: 5 });
  expect(items).toMatchObject([{ customerName: "claire.cuisine", isPublic: true }]);
  const id = items[0]?.id ?? "";
  const view = await getConversation(salma, { idOrNumber: id });
  expect(view.ways).toEqual([]);
  expect(view.answerThere).toBe(post.url);
  await recordCall(salma, {
    conversationId: id,
    outcome: "on_site",
    text: "",
    url: "https://www.tiktok.com/@marmelune/video/9",
  });
  const after = await db.execute(sql`select status, waiting_since from conversations where id = ${id}`);
  expect(after.rows).toEqual([{ status: "waiting", waiting_since: null }]);
});

test.each([
  ["https://x.com/BenOkafor/status/184?s=20", "x", "BenOkafor", "x.com/BenOkafor/status/184"],
  ["https://mobile.twitter.com/BenOkafor/status/184", "x", "BenOkafor", "twitter.com/BenOkafor/status/184"],
  [
    "https://bsky.app/profile/ben.example/post/3k",
    "bluesky",
    "ben.example",
    "bsky.app/profile/ben.example/post/3k",
  ],
  ["https://fr.trustpilot.com/reviews/66f", "trustpilot", null, "fr.trustpilot.com/reviews/66f"],
  ["https://forum.example/t/1/?page=2", "forum.example", null, "forum.example/t/1?page=2"],
])("%s is of %s", (url, network, handle, place) => {
  expect(siteOf(url)).toEqual({ network, handle, place });
});

test.each(["javascript:alert(1)", "not a link", ""])("%j is no link", (url) =>
  expect(siteOf(url)).toBeNull(),
);
