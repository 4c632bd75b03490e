import { type Accept, type Channel, type Context, type Outgoing, Temporary } from "@/lib/channels/channel";
import { toRaw as toEntry } from "@/lib/channels/hand-entry";
import { type DemoConfig, demoConfig } from "./config";
import { direct } from "./direct";
import { parse, toRaw } from "./item";
import { listenForMail } from "./mail";
import { parse as parseNotes } from "./notes";
import { roleOf } from "./script";
import { stage } from "./stage";

/**
 * A network that is not connected to anything: what is sent into it ends with the scripted customers, and what they
 * say comes back by the same way as from a real one.
 */
export const demo: Channel<DemoConfig> = {
  kind: "demo",
  icon: "drama",
  config: demoConfig,
  can: {
    reply: ["public", "private"],
    html: false,
    subject: false,
    recipients: false,
    maxLength: 500,
    counting: "graphemes",
    namesReaders: false,
    signature: false,
    history: false,
    attachments: null,
    replyWindowHours: null,
    freeWindowHours: null,
    sentLookup: false,
    edits: false,
    deletes: false,
    search: false,
    act: [],
    singleAnswer: false,
    rating: false,
    repliesThrough: null,
    byHand: null,
  },
  toleranceHours: 2,
  guide: ["plays"],
  listen,
  parse,
  send,
  check: () => Promise.resolve(null),
};

/** Shop and phone notes of the demo: typed in by staff, answered by mail or a call. */
export const demoNotes: Channel<DemoConfig> = {
  ...demo,
  kind: "demo_notes",
  icon: "store",
  can: { ...demo.can, reply: ["private"], repliesThrough: "email", byHand: "note" },
  toleranceHours: 4,
  listen: undefined,
  send: undefined,
  enter: toEntry,
  parse: parseNotes,
};

async function listen(ctx: Context<DemoConfig>, accept: Accept): Promise<() => Promise<void>> {
  const { plays, mailPort } = ctx.config;
  if (plays !== "customers") {
    stage().networks.set(plays, accept);
    ctx.health(null);
    return async () => {
      if (stage().networks.get(plays) === accept) stage().networks.delete(plays);
    };
  }
  const stopDirecting = await direct(ctx, accept);
  try {
    const stopMail = mailPort === null ? null : await listenForMail(ctx, mailPort);
    ctx.health(null);
    return async () => {
      stopDirecting();
      await stopMail?.();
    };
  } catch (error) {
    stopDirecting();
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      throw new Temporary("demo_port_taken", { port: mailPort ?? 0 });
    }
    throw error;
  }
}

async function send(ctx: Context<DemoConfig>, outgoing: Outgoing): Promise<{ externalId: string }> {
  const { plays } = ctx.config;
  const to = [...outgoing.to, ...(outgoing.answers ? [outgoing.answers.author] : [])];
  stage().hear?.({ to, text: outgoing.text, answer });
  return { externalId: `demo-${outgoing.messageId}` };

  async function answer(id: string, text: string): Promise<void> {
    const role = roleOf(to);
    const identity = role?.reach.find((each) => each.on === plays);
    const network = stage().networks.get(plays);
    if (!role || !identity || !network) return;
    const item = toRaw({
      id,
      name: role.name,
      identity: { kind: identity.kind, value: identity.value, display: `@${identity.value}` },
      followers: null,
      language: role.language,
      public: outgoing.mode === "public",
      text,
      sentAt: ctx.now().toISOString(),
      inReplyTo: `demo-${outgoing.messageId}`,
      token: outgoing.token,
    });
    await network([item], null);
  }
}
