import type pg from "pg";
import type { IncomingMessage } from "@/lib/channels/channel";
import type { Received } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";

const words =
  "Bonjour, ma cocotte est arrivée fendue et personne ne répond. Hello, the parcel should have been here on Tuesday. ";

let made = 0;

/** One more message: every second one from somebody new, the others answer in a conversation of `known`. */
export function nextMessage(known: Array<{ email: string; externalId: string }>): IncomingMessage {
  const n = ++made;
  const answered = n % 2 === 0 ? known[n % known.length] : undefined;
  const email = answered?.email ?? `person.${n}.${process.pid}@courriel.example`;
  const message: IncomingMessage = {
    kind: "message",
    externalId: `<bench-${process.pid}-${n}@courriel.example>`,
    inReplyTo: answered ? [answered.externalId] : [],
    token: null,
    threadKey: null,
    author: {
      name: `Person ${n}`,
      identities: [{ kind: "email", value: email, display: email, evidence: "authenticated" }],
      avatarUrl: null,
      profileUrl: null,
      facts: {},
    },
    public: false,
    sentAt: new Date(),
    subject: `Question ${n}`,
    text: `${n} ${words.repeat(5)}`,
    quoteAt: null,
    html: null,
    language: "fr",
    files: [],
    remoteFiles: [],
    parent: null,
    url: null,
    recipients: { to: ["care@marmelune.example"], cc: [] },
    orderNumber: null,
    rating: null,
    authentication: null,
  };
  if (!answered) known.push({ email, externalId: message.externalId });
  return message;
}

/** Ledger rows that somebody has claimed and read: what `receive` starts from. Not part of what is timed. */
export async function claimedRows(
  pool: pg.Pool,
  channel: Received["channel"],
  messages: readonly IncomingMessage[],
): Promise<Received[]> {
  const ids = messages.map(() => newId());
  await pool.query(
    `insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by, lease_until)
     select id, $2, id::text, id::text, 'message/rfc822', '{}', 'x', 1, 'reading', 'bench', now() + interval '1 hour'
     from unnest($1::uuid[]) id`,
    [ids, channel.id],
  );
  return messages.map((message, index) => ({
    inboundId: ids[index]!,
    claimedBy: "bench",
    receivedAt: new Date(),
    channel,
    message,
    files: [],
  }));
}
