import { createHash } from "node:crypto";
import { pause } from "@/e2e/support/product";
import { newId } from "@/lib/id";
import type { Amounts } from "./amounts";
import type { House } from "./house";
import type { Result } from "./ledger";
import { type Mail, sendAll } from "./sender";

/** Kills the whole process at random moments while mail arrives, with some in between that cannot be read. */
export async function killWhileMailArrives(house: House, size: Amounts): Promise<Result> {
  const begun = performance.now();
  const good = Array.from({ length: size.mails }, (_, at): Mail => ({ subject: `arriving ${at}` }));
  let isDone = false;
  const sending = sendAll(house, good, (size.killsWhileArriving * 5_000) / size.mails).finally(() => {
    isDone = true;
  });
  const poisoning = poison(house, size.poison);
  let kills = 0;
  for (; kills < size.killsWhileArriving && !isDone; kills++) {
    await pause(200 + Math.random() * 2_000);
    await house.killAndRestart();
  }
  const acknowledged = await sending;
  await poisoning;

  const subjects = good.map((mail) => mail.subject);
  const wanted = { stored: good.length, parked: size.poison };
  let count = await counted(house);
  for (const end = Date.now() + 150_000; Date.now() < end; await pause(200)) {
    count = await counted(house);
    if (count.stored >= wanted.stored && count.parked >= wanted.parked && count.underway === 0) break;
  }
  for (const end = Date.now() + 10_000; Date.now() < end && !hasAll(house, subjects); ) await pause(50);
  const visible = await parkedOnScreen(house);
  return {
    name: "killed while mail arrives",
    faults: `${kills} SIGKILL`,
    sent: good.length + size.poison,
    acknowledged: acknowledged.length + size.poison,
    stored: count.stored,
    parked: count.parked,
    onSocket: subjects.filter((subject) => house.eye.subjects.has(subject)).length,
    taken: null,
    uncertain: null,
    doubled: count.doubled,
    lost: wanted.stored - (count.stored - count.doubled) + Math.max(0, wanted.parked - count.parked),
    seconds: (performance.now() - begun) / 1000,
    promises: [
      { text: "every mail was on the socket", isKept: hasAll(house, subjects) },
      {
        text: `what cannot be read is parked, and Hannah sees it (${visible} of ${size.poison})`,
        isKept: visible === size.poison,
      },
    ],
  };
}

function hasAll(house: House, subjects: readonly string[]): boolean {
  return subjects.every((subject) => house.eye.subjects.has(subject));
}

async function counted(house: House) {
  const [row] = await house.query<{ stored: number; doubled: number; parked: number; underway: number }>(`
    with mine as (select m.external_id from messages m join conversations c on c.id = m.conversation_id
      where m.kind = 'customer' and c.subject like 'arriving %')
    select (select count(*)::int from mine) as stored,
      (select count(*) - count(distinct external_id) from mine)::int as doubled,
      (select count(*)::int from inbound where state = 'parked') as parked,
      (select count(*)::int from inbound where state in ('new', 'reading')) as underway`);
  return row ?? { stored: 0, doubled: 0, parked: 0, underway: 0 };
}

/**
 * Items that no reader can make sense of, as a channel with a fault would hand them over: bytes that say they are a
 * form. (We know of no mail that cannot be read any more.)
 */
async function poison(house: House, count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    await pause(Math.random() * 1_000);
    const hash = createHash("sha256").update(`poison ${at}`).digest("hex");
    await house.query(
      `insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size)
       select $1, id, $2, $3, 'multipart/form-data; boundary=none', '{}', $4, 9 from channels where kind = 'form' limit 1`,
      [newId(), hash, `poison ${at}`, Buffer.from("\u0000 no form")],
    );
  }
}

async function parkedOnScreen(house: House): Promise<number> {
  const headers = { cookie: house.adminCookie };
  const answer = await fetch(`${house.url}/api/v1/inbound?kind=parked`, { headers });
  const { items }: { items: unknown[] } = await answer.json();
  return items.length;
}
