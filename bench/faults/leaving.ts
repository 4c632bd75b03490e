import { pause } from "@/e2e/support/product";
import { newId } from "@/lib/id";
import type { Amounts } from "./amounts";
import { address, type House } from "./house";
import type { Result } from "./ledger";

type Written = { messageId: string; conversationId: string };
type Sent = { externalId: string; state: string };

/** Kills the whole process at random moments while replies leave; whoever clicks, clicks again with the same id. */
export async function killWhileRepliesLeave(house: House, size: Amounts): Promise<Result> {
  const begun = performance.now();
  const before = house.trap.caught.length;
  const conversations = await house.query<{ id: string }>(
    `select c.id from conversations c join channels h on h.id = c.channel_id
     where h.address = $1 and c.subject like 'arriving %' order by c.number limit $2`,
    [address, size.replies],
  );
  const written: Written[] = [];
  let isDone = false;
  const writing = (async () => {
    for (const { id } of conversations) {
      written.push(await replyUntilTaken(house, id));
      await pause(Math.random() * ((2 * size.killsWhileLeaving * 4_000) / size.replies));
    }
  })().finally(() => {
    isDone = true;
  });
  let kills = 0;
  for (; kills < size.killsWhileLeaving && !isDone; kills++) {
    // When somebody is just taking a mail, the moment that hurts is close.
    const taken = house.trap.caught.length;
    for (const end = Date.now() + 3_000; Date.now() < end && house.trap.caught.length === taken; )
      await pause(1);
    await pause(Math.random() * 60);
    await house.killAndRestart();
  }
  await writing;

  let sent: Sent[] = [];
  for (const end = Date.now() + 240_000; Date.now() < end; await pause(200)) {
    sent = await house.query<Sent>(
      `select d.external_id as "externalId", d.state from deliveries d join channels h on h.id = d.channel_id
       where h.address = $1`,
      [address],
    );
    if (sent.every(({ state }) => state !== "queued" && state !== "sending")) break;
  }
  const taken = house.trap.caught.slice(before).map(({ mail }) => mail.messageId ?? "");
  const known = new Set(taken);
  const arrived = sent.filter(({ externalId }) => known.has(externalId)).length;
  const uncertain = sent.filter(({ state }) => state === "unknown");
  const inBoth = uncertain.filter(({ externalId }) => known.has(externalId)).length;
  return {
    name: "killed while replies leave",
    faults: `${kills} SIGKILL`,
    sent: conversations.length,
    acknowledged: written.length,
    stored: sent.length,
    parked: null,
    onSocket: null,
    taken: taken.length,
    uncertain: uncertain.length,
    doubled: taken.length - known.size + Math.max(0, sent.length - written.length),
    // What nobody knows about is shown to a person; what says "sent" and did not arrive would be lost.
    lost:
      Math.max(0, written.length - sent.length) +
      sent.filter(({ externalId, state }) => state !== "unknown" && !known.has(externalId)).length,
    seconds: (performance.now() - begun) / 1000,
    promises: [
      {
        text: `one click is one message (${arrived} arrived, ${uncertain.length} uncertain, of which ${inBoth} did arrive)`,
        isKept: sent.length === written.length,
      },
    ],
  };
}

async function replyUntilTaken(house: House, conversationId: string): Promise<Written> {
  const messageId = newId();
  const headers = { cookie: house.cookie, origin: house.url, "content-type": "application/json" };
  for (const end = Date.now() + 120_000; Date.now() < end; await pause(100)) {
    try {
      const signal = AbortSignal.timeout(8_000);
      const view = await fetch(`${house.url}/api/v1/conversations/${conversationId}`, { headers, signal });
      if (!view.ok) continue;
      const { ways, seen } = await view.json();
      const body = {
        id: messageId,
        mode: "private",
        channelId: ways[0].channelId,
        text: "We see to it.",
        seen,
      };
      const answer = await fetch(`${house.url}/api/v1/conversations/${conversationId}/replies`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
        signal,
      });
      if (answer.ok) return { messageId, conversationId };
    } catch {
      // The line broke: click again.
    }
  }
  throw new Error(`a reply to ${conversationId} was not taken in two minutes`);
}
