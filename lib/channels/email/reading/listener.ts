import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { Accept, Context } from "@/lib/channels/channel";
import { plusPart } from "@/lib/channels/email/addresses";
import { type EmailConfig, largestMail, ownAddresses } from "@/lib/channels/email/config";
import { rawMail } from "@/lib/channels/email/raw-item";

const limits = {
  clients: 200,
  /** From one address; a relay in front of us opens up to 20 at once. */
  clientsPerPeer: 50,
  recipients: 100,
  /** Mail that is being received, all together: 200 strangers must not be able to fill the memory. */
  bytesInFlight: 256 * 1024 * 1024,
  idleMs: 60_000,
  /** The database may be away; the other side waits ten minutes (RFC 5321, section 4.5.3.2.6), we do not. */
  acceptMs: 30_000,
};

/**
 * Receives mail for this channel on the installation's own SMTP port. All channels of a process share one server,
 * which takes mail for their addresses only and passes nothing on. Resolves once the port is open; rejects when it
 * cannot be opened. The result stops it for this channel.
 */
export async function receiveMail(ctx: Context<EmailConfig>, accept: Accept): Promise<() => Promise<void>> {
  const { listenAt, tls } = ctx.mail;
  if (listenAt === null) return async () => undefined;
  const place = `${listenAt.host}:${listenAt.port}`;
  globalThis.avantMailListeners ??= new Map();
  const listeners = globalThis.avantMailListeners;
  const shared = listeners.get(place) ?? open(listenAt, tls);
  listeners.set(place, shared);
  const door: Door = { own: ownAddresses(ctx.config), accept, ctx };
  shared.doors.set(ctx.channelId, door);
  const leave = async () => {
    if (shared.doors.get(ctx.channelId) === door) shared.doors.delete(ctx.channelId);
    if (shared.doors.size > 0 || listeners.get(place) !== shared) return;
    listeners.delete(place);
    await new Promise<void>((resolve) => shared.server.close(() => resolve()));
  };
  try {
    await shared.ready;
    return leave;
  } catch (error) {
    await leave().catch(() => undefined);
    throw error;
  }
}

type Door = { own: string[]; accept: Accept; ctx: Context<EmailConfig> };
type Listener = { server: SMTPServer; doors: Map<string, Door>; ready: Promise<void> };

declare global {
  // Shared by every channel of the process, whichever bundle it was loaded from.
  var avantMailListeners: Map<string, Listener> | undefined;
}

function open(at: { host: string; port: number }, tls: { cert: string; key: string } | null): Listener {
  const doors = new Map<string, Door>();
  const peers = new Map<string, number>();
  let inFlight = 0;
  const server = new SMTPServer({
    ...(tls ?? {}),
    banner: "Avant",
    size: largestMail,
    disabledCommands: tls === null ? ["AUTH", "STARTTLS"] : ["AUTH"],
    authOptional: true,
    disableReverseLookup: true,
    maxClients: limits.clients,
    socketTimeout: limits.idleMs,
    closeTimeout: 3_000,
    logger: false,
    onConnect(session, callback) {
      const count = (peers.get(session.remoteAddress) ?? 0) + 1;
      if (count > limits.clientsPerPeer) return callback(answer(421, "4.7.0 too many connections from you"));
      peers.set(session.remoteAddress, count);
      counted.add(session);
      callback();
    },
    onClose(session) {
      if (!counted.delete(session)) return;
      const count = (peers.get(session.remoteAddress) ?? 1) - 1;
      if (count > 0) peers.set(session.remoteAddress, count);
      else peers.delete(session.remoteAddress);
    },
    onRcptTo(address, session, callback) {
      if (session.envelope.rcptTo.length >= limits.recipients) {
        return callback(answer(452, "4.5.3 too many recipients"));
      }
      const isKnown = [...doors.values()].some((door) => plusPart(address.address, door.own) !== null);
      callback(isKnown ? null : answer(550, "5.1.1 nobody here has this address"));
    },
    onData(stream, session, callback) {
      const take = (bytes: number) => {
        inFlight += bytes;
        return inFlight <= limits.bytesInFlight;
      };
      receive(stream, session, doors, take).then(
        () => callback(null, "2.0.0 stored"),
        (error: unknown) => callback(error instanceof Error ? error : answer(451, "4.3.0 try again later")),
      );
    },
  });
  const counted = new WeakSet<SMTPServerSession>();
  const ready = new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(at.port, at.host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  // Clients that vanish in the middle of a handshake are not our trouble, and must not end the process.
  server.on("error", () => undefined);
  ready.catch(() => undefined);
  return { server, doors, ready };
}

/** Resolves only when every channel that a recipient belongs to has stored the mail. */
async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  doors: Map<string, Door>,
  take: (bytes: number) => boolean,
): Promise<void> {
  const chunks: Buffer[] = [];
  let length = 0;
  let isFull = false;
  try {
    // The rest is read and dropped, because the other side listens for an answer only after its last byte.
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      if (isFull || stream.sizeExceeded || length + bytes.length > largestMail) {
        chunks.length = 0;
        continue;
      }
      length += bytes.length;
      if (!take(bytes.length)) isFull = true;
      chunks.push(bytes);
    }
    if (stream.sizeExceeded) throw answer(552, `5.3.4 larger than ${largestMail} bytes`);
    if (isFull) throw answer(452, "4.3.1 too much mail at once, try again later");
    await store(new Uint8Array(Buffer.concat(chunks, length)), session, doors);
  } finally {
    take(-length);
  }
}

async function store(body: Uint8Array, session: SMTPServerSession, doors: Map<string, Door>): Promise<void> {
  const { mailFrom, rcptTo } = session.envelope;
  const addresses = rcptTo.map((one) => one.address);
  const unserved = new Set(addresses);
  for (const { own, accept, ctx } of doors.values()) {
    const mine = addresses.filter((address) => plusPart(address, own) !== null);
    if (mine.length === 0) continue;
    for (const address of mine) unserved.delete(address);
    const item = rawMail(body, {
      via: "smtp",
      peer: session.remoteAddress,
      helo: session.hostNameAppearsAs,
      isEncrypted: session.secure,
      envelopeFrom: mailFrom === false ? null : mailFrom.address,
      envelopeTo: mine,
      receivedAt: ctx.now().toISOString(),
    });
    try {
      await within(accept([item], null), limits.acceptMs);
    } catch (error) {
      ctx.log.warn(
        { reason: error instanceof Error ? error.message : String(error) },
        "mail could not be stored",
      );
      // The other side keeps it and comes again; a mail that was stored after all is recognised then.
      throw answer(451, "4.3.0 cannot store mail now, try again later");
    }
  }
  // A channel that stopped between the recipient and the last byte, as when the database goes away: without this
  // line the mail would be taken and stored nowhere.
  if (unserved.size > 0) throw answer(451, "4.2.1 this mailbox is being changed, try again later");
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function answer(responseCode: number, text: string): Error & { responseCode: number } {
  return Object.assign(new Error(text), { responseCode });
}
