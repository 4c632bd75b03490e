import { sql } from "drizzle-orm";
import { createTransport, type Transporter } from "nodemailer";
import { db } from "@/db/client";
import { conversations } from "@/db/schema/conversations";
import { accept } from "@/lib/channels/accept";
import { type Place, withDatabase } from "./place";
import { freePort, type Helper, portOf, start } from "./processes";
import { signIn } from "./signed-in";
import { median, percentile, type Size } from "./slices";
import { type Row, round } from "./table";

/** From a mail on the wire, or a commit, to the screens of everybody: idle, and while a backlog is read in. */
export function measureLive(size: Size): Promise<Row[]> {
  return withDatabase(8, async (place) => {
    const [port, smtpPort] = [await freePort(), await freePort()];
    const server = start("serve.ts", {
      DATABASE_URL: place.url,
      PORT: String(port),
      HOST: "127.0.0.1",
      APP_URL: `http://127.0.0.1:${port}`,
      SMTP_IN_PORT: String(smtpPort),
      SMTP_IN_HOST: "127.0.0.1",
    });
    try {
      await server.next(portOf);
      const { cookie } = await signIn(place.admin);
      return [
        ...(await arrivals(size, place, `http://127.0.0.1:${port}`, cookie, smtpPort)),
        await fanOut(size, place, server, `http://127.0.0.1:${port}`, cookie),
      ];
    } finally {
      await server.stop();
    }
  });
}

async function arrivals(
  size: Size,
  place: Place,
  url: string,
  cookie: string,
  smtpPort: number,
): Promise<Row[]> {
  const people = 20;
  const mails = size === "ci" ? 10 : size === "full" ? 300 : 100;
  const backlog = size === "ci" ? 300 : size === "full" ? 10_000 : 3000;
  const browsers = await listeners(url, cookie, people);
  const transport = createTransport({
    host: "127.0.0.1",
    port: smtpPort,
    ignoreTLS: true,
    pool: true,
    maxConnections: 1,
    maxMessages: 1e6,
  });
  try {
    await oneMail(browsers, transport, "warm-up");
    const idle: number[] = [];
    for (let n = 0; n < mails; n++) idle.push(await oneMail(browsers, transport, `idle ${n}`));

    const reading = fillBacklog(place, backlog);
    const busy: number[] = [];
    const begun = performance.now();
    for (let n = 0; n < mails * 10 && (await stillToRead(reading)); n++) {
      busy.push(await oneMail(browsers, transport, `busy ${n}`));
    }
    await reading.stored;
    while (await stillToRead(reading)) await new Promise((done) => setTimeout(done, 50));
    const backlogRate = (backlog / (performance.now() - begun)) * 1000;
    const [p50, p99, busy50, busy99] = [
      median(idle),
      percentile(idle, 0.99),
      median(busy),
      percentile(busy, 0.99),
    ];
    return [
      {
        path: `a mail on the wire → visible to ${people}, p99`,
        ratio: p99,
        unit: "ms",
        goal: { atMost: 250 },
        detail: `p50 ${round(p50)} ms over ${idle.length} mails: SMTP, ledger, parse, store, relay, socket`,
      },
      {
        path: `the same while ${backlog} older mails are read in, p99 against idle`,
        ratio: busy99 / p99,
        goal: { atMost: 2 },
        detail: `p50 ${round(busy50)} ms, p99 ${round(busy99)} ms over ${busy.length} mails; backlog ${round(backlogRate)} a second`,
      },
    ];
  } finally {
    transport.close();
    await browsers.stop();
  }
}

async function oneMail(browsers: Helper, transport: Transporter, name: string): Promise<number> {
  const subject = `bench ${name}`;
  const seen = browsers.next((message) =>
    message.what === `${subject} first` && typeof message.lastAt === "number" ? message.lastAt : undefined,
  );
  const sentAt = performance.timeOrigin + performance.now();
  await transport.sendMail({
    from: `${name.replaceAll(" ", ".")}@courriel.example`,
    to: "care@marmelune.example",
    subject,
    text: "Bonjour, ma cocotte est arrivée fendue. Commande 48213. Merci de me répondre.",
  });
  return (await seen) - sentAt;
}

type Backlog = { stored: Promise<void>; isStored: boolean };

/** Older mail handed over as a channel hands over a backlog: many at once, so that it waits behind live mail. */
function fillBacklog(place: Place, count: number): Backlog {
  const channelId = place.channels.get("care@marmelune.example")!;
  const backlog: Backlog = { stored: Promise.resolve(), isStored: false };
  backlog.stored = (async () => {
    for (let at = 0; at < count; at += 250) {
      const items = Array.from({ length: Math.min(250, count - at) }, (_, index) => mime(at + index));
      await accept(channelId, items, null);
    }
    backlog.isStored = true;
  })();
  return backlog;
}

function mime(n: number) {
  const externalId = `<backlog-${n}@courriel.example>`;
  const body = Buffer.from(
    `From: Old ${n} <old.${n % 900}@courriel.example>\r\nTo: care@marmelune.example\r\nSubject: Older ${n}\r\n` +
      `Message-ID: ${externalId}\r\nDate: ${new Date(Date.now() - 86_400_000).toUTCString()}\r\n` +
      `Content-Type: text/plain; charset=utf-8\r\n\r\n${"The parcel has not arrived. ".repeat(30)}\r\n`,
  );
  return { externalId, body, contentType: "message/rfc822", meta: {} };
}

async function stillToRead(backlog: Backlog): Promise<boolean> {
  if (!backlog.isStored) return true;
  const left = await db.execute<{ left: boolean }>(
    sql`select exists (select 1 from inbound where lane = 'bulk' and state in ('new', 'reading')) as left`,
  );
  return left.rows[0]!.left;
}

async function fanOut(size: Size, place: Place, server: Helper, url: string, cookie: string): Promise<Row> {
  const people = size === "ci" ? 50 : size === "full" ? 500 : 200;
  const times = size === "ci" ? 5 : size === "full" ? 100 : 40;
  const ours = await listeners(url, cookie, people);
  const bare = start("bare-socket.ts");
  const theirs = await listeners(`http://127.0.0.1:${await bare.next(portOf)}`, null, people);
  try {
    const [one] = await db
      .select({ id: conversations.id, subject: conversations.subject })
      .from(conversations)
      .where(sql`not is_restricted and status = 'open'`)
      .limit(1);
    const product: number[] = [];
    const floor: number[] = [];
    for (let n = 0; n < times; n++) {
      const committed = server.next((m) =>
        typeof m.committedAt === "number" && typeof m.version === "number"
          ? { at: m.committedAt, version: m.version }
          : undefined,
      );
      const seen = new Map<string, number>();
      const hear = (m: { what?: unknown; lastAt?: unknown }) => {
        if (typeof m.what === "string" && typeof m.lastAt === "number") seen.set(m.what, m.lastAt);
      };
      ours.child.on("message", hear);
      server.tell({ pin: { actor: place.admin, conversationId: one!.id, pin: n % 2 === 0 ? 1 : 0 } });
      const { at, version } = await committed;
      // Other rows move too, such as those that are ranked meanwhile: only this change is waited for.
      const lastAt = await until(() => seen.get(`${one!.subject ?? one!.id} ${version}`));
      ours.child.off("message", hear);
      product.push(lastAt - at);

      const emitted = bare.next((m) => (typeof m.committedAt === "number" ? m.committedAt : undefined));
      const pinged = theirs.next((m) =>
        m.what === `ping ${n}` && typeof m.lastAt === "number" ? m.lastAt : undefined,
      );
      bare.tell({ n, bytes: 700 });
      const emittedAt = await emitted;
      floor.push((await pinged) - emittedAt);
    }
    return {
      path: `commit → last of ${people} agents, against bare Socket.IO`,
      ratio: median(product.map((ms, index) => ms / floor[index]!)),
      goal: { atMost: 1.5 },
      detail: `median ${round(median(product))} ms; bare ${round(median(floor))} ms`,
    };
  } finally {
    await Promise.all([ours.stop(), theirs.stop(), bare.stop()]);
  }
}

/** What `look` finds, as soon as it finds something; throws after a minute. */
async function until(look: () => number | undefined): Promise<number> {
  for (let tries = 0; tries < 60_000; tries++) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error("the change did not reach everybody within a minute");
}

async function listeners(url: string, cookie: string | null, count: number): Promise<Helper> {
  const helper = start("listeners.ts");
  helper.child.once("spawn", () => helper.tell({ url, cookie, count }));
  await helper.next((message) => (message.listening === count ? true : undefined), 120_000);
  return helper;
}
