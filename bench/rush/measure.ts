import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type Eye, openEye } from "@/bench/faults/eye";
import { withDatabase } from "@/bench/place";
import { freePort, portOf, start } from "@/bench/processes";
import { sessionOf, signIn } from "@/bench/signed-in";
import { median, percentile, type Size } from "@/bench/slices";
import { type Row, round } from "@/bench/table";
import { db } from "@/db/client";
import { openSource, sendMails, sendWebhooks } from "./send";
import { work } from "./work";

const address = "care@marmelune.example";

/**
 * A bad day: webhooks all at once, then mails all at once, while two colleagues go on working. The whole server of
 * serve.ts takes them, and everything that sends, works and watches runs in this process beside it on the same cores.
 */
export function measureRush(size: Size): Promise<Row[]> {
  const webhooks = size === "ci" ? 60 : size === "full" ? 2000 : 500;
  const mails = size === "ci" ? 100 : size === "full" ? 10_000 : 1500;
  return withDatabase(4, async (place) => {
    const [port, smtpPort] = [await freePort(), await freePort()];
    const url = `http://127.0.0.1:${port}`;
    const server = start("serve.ts", {
      DATABASE_URL: place.url,
      PORT: String(port),
      HOST: "127.0.0.1",
      APP_URL: url,
      SMTP_IN_PORT: String(smtpPort),
      SMTP_IN_HOST: "127.0.0.1",
    });
    const over = new AbortController();
    let eye: Eye | null = null;
    try {
      await server.next(portOf);
      const { authorization } = await signIn(place.admin);
      const source = await openSource(url, authorization, place.brandId);
      const cookies = [await sessionOf(place.admin), await sessionOf(await colleague(place.admin))];
      eye = await openEye(url, cookies[0]!);
      const working = cookies.map((cookie) => work(url, cookie, over.signal));

      const hooks = await rush(webhooks, () => sendWebhooks(source, webhooks), eye);
      const hooksStored = await storedOf("hook ");
      eye.close();
      const mail = await rush(mails, () => sendMails(smtpPort, address, mails), null);
      const mailStored = await storedOf("mail ");
      over.abort();
      const times = (await Promise.all(working)).flat();
      const doubled =
        hooksStored.messages - hooksStored.different + mailStored.messages - mailStored.different;
      const sent = webhooks + mails;
      const stored = hooksStored.different + mailStored.different;
      return [
        {
          path: `${webhooks} webhooks at once: until all were accepted`,
          ratio: hooks.acceptedMs / 1000,
          unit: "s",
          goal: { atMost: 10 },
          detail: `${round((webhooks / hooks.acceptedMs) * 1000)} a second`,
        },
        {
          path: "the same: until the last was on screen",
          ratio: hooks.doneMs / 1000,
          unit: "s",
          goal: { atMost: 60 },
          detail: "pushed to the socket of a colleague who is signed in",
        },
        {
          path: `${mails} mails at once by SMTP: until all were stored`,
          ratio: mail.doneMs / 1000,
          unit: "s",
          goal: { atMost: 300 },
          detail: `accepted after ${round(mail.acceptedMs / 1000)} s; stored ${round((mails / mail.doneMs) * 1000)} a second`,
        },
        {
          path: "two colleagues meanwhile: list, open, note; p95",
          ratio: percentile(allOf(times), 0.95),
          unit: "ms",
          goal: { atMost: 1000 },
          detail: `${times.length} steps, ${times.filter(({ isOk }) => !isOk).length} failed; ${eachOf(times)}`,
        },
        {
          path: `sent and not stored, of ${sent}`,
          ratio: sent - stored,
          unit: "",
          goal: { atMost: 0 },
          detail: `stored ${stored}: ${hooksStored.different} webhooks, ${mailStored.different} mails`,
        },
        {
          path: "doubled",
          ratio: doubled,
          unit: "",
          goal: { atMost: 0 },
          detail: "every fiftieth was sent twice, as after an answer that got lost",
        },
      ];
    } finally {
      over.abort();
      eye?.close();
      await server.stop();
    }
  });
}

/** Sends, and waits until `eye` has shown all of it, or without one until all of it is stored. */
async function rush(count: number, send: () => Promise<void>, eye: Eye | null) {
  const begun = performance.now();
  await send();
  const acceptedMs = performance.now() - begun;
  const names = Array.from({ length: count }, (_, n) => `hook ${n}`);
  const isDone = async () =>
    eye ? names.every((name) => eye.subjects.has(name)) : (await storedOf("mail ")).different >= count;
  while (!(await isDone())) {
    if (performance.now() - begun > 600_000) throw new Error("ten minutes passed, and some are missing");
    await pause(eye ? 20 : 250);
  }
  return { acceptedMs, doneMs: performance.now() - begun };
}

async function storedOf(subject: string): Promise<{ messages: number; different: number }> {
  const found = await db.execute<{ messages: number; different: number }>(
    sql`select count(*)::int as messages, count(distinct subject)::int as different
        from messages where kind = 'customer' and subject like ${`${subject}%`}`,
  );
  return found.rows[0]!;
}

async function colleague<A extends { id: string; name: string }>(admin: A): Promise<A> {
  const found = await db.execute<{ id: string; name: string }>(
    sql`select id, name from agents where role = 'agent' order by name limit 1`,
  );
  return { ...admin, ...found.rows[0]! };
}

type Step = Awaited<ReturnType<typeof work>>[number];

function allOf(times: readonly Step[]): number[] {
  return times.map(({ ms }) => ms);
}

function eachOf(times: readonly Step[]): string {
  const names = [...new Set(times.map(({ step }) => step))];
  return names
    .map((name) => {
      const own = allOf(times.filter(({ step }) => step === name));
      return `${name} p50 ${round(median(own))}, p95 ${round(percentile(own, 0.95))} ms`;
    })
    .join("; ");
}
