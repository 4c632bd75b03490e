import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { inFlight } from "@/bench/slices";
import { sign, signatureHeader, timestampHeader } from "@/lib/channels/signature";

export type Source = { hook: URL; secret: string };

const atOnce = 16;
const secret = "a secret of thirty-two characters";

/** Connects a source by the API, and waits until the product takes what it signs. */
export async function openSource(url: string, authorization: string, brandId: string): Promise<Source> {
  const made = await fetch(`${url}/api/v1/channels`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({ kind: "api", name: "Rush", brandId, config: { source: "rush", secret } }),
  });
  const { id }: { id: string } = await made.json();
  if (!made.ok) throw new Error(`the source was not connected: ${made.status}`);
  const source = { hook: new URL(`${url}/api/hooks/api/${id}`), secret };
  for (const end = Date.now() + 15_000; (await post(source, "warm-up", null)) >= 300; await pause(200)) {
    if (Date.now() > end) throw new Error("the source is not heard");
  }
  return source;
}

/** `count` messages of as many people, as fast as they are taken. Resolves when the last was accepted. */
export async function sendWebhooks(source: Source, count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  await inFlight(atOnce, numbered(count), async (n) => {
    for (;;) {
      const status = await post(source, `hook ${n}`, agent);
      if (status < 300) break;
      if (status < 500 && status !== 429) throw new Error(`webhook ${n} was refused with ${status}`);
      await pause(100);
    }
  });
  agent.destroy();
}

function post({ hook, secret }: Source, name: string, agent: Agent | null): Promise<number> {
  const body = Buffer.from(
    JSON.stringify({
      id: name,
      subject: name,
      text: wordsOf(name),
      author: { name: `Person of ${name}`, handle: `@${name.replace(" ", "-")}` },
      sentAt: new Date().toISOString(),
    }),
  );
  const timestamp = Math.floor(Date.now() / 1000);
  return new Promise((resolve, reject) => {
    const asked = request(hook, {
      method: "POST",
      ...(agent ? { agent } : {}),
      headers: {
        "content-type": "application/json",
        "content-length": body.length,
        [timestampHeader]: String(timestamp),
        [signatureHeader]: sign([secret], timestamp, body),
      },
    });
    asked.on("error", reject);
    asked.on("response", (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    asked.end(body);
  });
}

/** `count` mails of as many people over 16 connections. Resolves when the last was accepted. */
export async function sendMails(port: number, to: string, count: number): Promise<void> {
  const transport = createTransport({
    host: "127.0.0.1",
    port,
    ignoreTLS: true,
    pool: true,
    maxConnections: atOnce,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  await inFlight(atOnce, numbered(count), async (n) => {
    const name = `mail ${n}`;
    const local = name.replace(" ", ".");
    await transport.sendMail({
      from: { name: `Person of ${name}`, address: `${local}@courriel.example` },
      to,
      subject: name,
      text: wordsOf(name),
      messageId: `<${local}@courriel.example>`,
      // The same bytes when it is sent twice: one id with another text is another mail.
      date: startedAt,
    });
  });
  transport.close();
}

const startedAt = new Date();

/** 0 to `count`, every fiftieth of them twice. */
function numbered(count: number): number[] {
  return Array.from({ length: count }, (_, n) => (n % 50 === 49 ? [n, n] : [n])).flat();
}

const vocabulary =
  `bonjour cocotte fendue personne répond commande colis mardi bouilloire couvercle facture remboursement promis
  semaine livreur voisin magasin Lyon téléphone attente poignée brûlée garantie photo ticket panier erreur code
  réduction newsletter parfum induction rayure inox marmite cadeau anniversaire mère déçue merci urgent réponse
  hello parcel kettle leaks lid handle broken invoice refund waiting courier neighbour shop phone queue warranty
  picture receipt basket voucher letter scratch steel present birthday mother disappointed thanks answer delivery
  address Paris London wrong colour size spare part manual gas oven enamel chipped twice again nobody yesterday`.split(
    /\s+/,
  );

/** Some thirty words that follow from the name, so that no two messages look like reposts of each other. */
function wordsOf(name: string): string {
  let seed = [...name].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) >>> 0, 7);
  const words = Array.from({ length: 30 }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return vocabulary[(seed >>> 8) % vocabulary.length];
  });
  return `${words.join(" ")}.`;
}
