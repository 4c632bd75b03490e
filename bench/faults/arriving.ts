import { pause } from "@/e2e/support/product";
import type { Amounts } from "./amounts";
import type { House } from "./house";
import type { Result } from "./ledger";
import { type Mail, sendAll } from "./sender";

/** Kills the whole process at random moments while mail arrives, with some in between that cannot be read. */
export async function killWhileMailArrives(house: House, size: Amounts): Promise<Result> {
  const begun = performance.now();
  const good = Array.from({ length: size.mails }, (_, at): Mail => ({ subject: `arriving ${at}` }));
  const poison = Array.from({ length: size.poison }, (_, at) => poisonMail(`poison ${at}`));
  const mixed = [...good];
  for (const one of poison) mixed.splice(Math.floor(Math.random() * mixed.length), 0, one);

  let isDone = false;
  const sending = sendAll(house, mixed, (size.killsWhileArriving * 5_000) / size.mails).finally(() => {
    isDone = true;
  });
  let kills = 0;
  for (; kills < size.killsWhileArriving && !isDone; kills++) {
    await pause(200 + Math.random() * 2_000);
    await house.killAndRestart();
  }
  const acknowledged = await sending;

  const subjects = good.map((mail) => mail.subject);
  const wanted = { stored: good.length, parked: poison.length };
  let count = await counted(house);
  for (const end = Date.now() + 150_000; Date.now() < end; await pause(200)) {
    count = await counted(house);
    if (count.stored >= wanted.stored && count.parked >= wanted.parked && count.underway === 0) break;
  }
  for (const end = Date.now() + 10_000; Date.now() < end && !hasAll(house, subjects); ) await pause(50);
  return {
    name: "killed while mail arrives",
    faults: `${kills} SIGKILL`,
    sent: mixed.length,
    acknowledged: acknowledged.length,
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
        text: `what cannot be read is visible to Hannah (${count.parked} of ${poison.length})`,
        isKept: count.parked === poison.length,
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

/** 24 MB of tags: reading it wants more memory than the reader may have (256 MB), so it can never be read. */
function poisonMail(subject: string): Mail {
  return { subject, html: "<p>a &amp; <b>x</b>\n".repeat(1_200_000) };
}
