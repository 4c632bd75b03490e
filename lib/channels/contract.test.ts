import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { identityKinds } from "@/db/enums";
import { AppError } from "@/lib/errors";
import english from "@/messages/en.json";
import french from "@/messages/fr.json";
import type { Incoming, IncomingMessage, RawItem } from "./channel";
import { rawMail } from "./email/raw-item";
import { parsers } from "./parsers";
import { registry } from "./registry";
import { readSettings } from "./settings";

/** One application of Meta's, with whatever page or account. */
const metaApplication = {
  appId: "1047826390214467",
  appSecret: "secret-of-the-application",
  verifyToken: "a-long-verify-token",
  accessToken: "token-of-marmelune",
};

/** What every channel promises, whoever wrote it. A new kind needs one line here: the least that its settings ask. */
const settings: Record<string, { [field: string]: unknown }> = {
  api: { source: "reddit", secret: "a-secret-of-marmelune-1234" },
  bluesky: { handle: "marmelune.example", appPassword: "abcd-efgh-ijkl-mnop" },
  demo: { plays: "bluesky" },
  demo_notes: { plays: "notes" },
  discourse: { site: "https://forum.example", username: "marmelune", apiKey: "key-of-marmelune" },
  email: { address: "care@marmelune.example" },
  facebook: { address: "103482957610044", ...metaApplication },
  feeds: { addresses: ["https://nora.example/feed/"] },
  form: { slug: "contact" },
  instagram: { address: "17841405309211844", ...metaApplication },
  links: { about: "Forums" },
  reviews: { source: "avis.example" },
  notes: { place: "Lille" },
  telegram: { token: "7012345678:AAmarmelune-care-bot-token" },
  mastodon: { instance: "https://mastodon.example", accessToken: "token-of-marmelune" },
  x: { address: "marmelune", clientId: "client-of-marmelune" },
  x_links: { address: "marmelune" },
};

describe.each(Object.values(registry).map((channel) => [channel.kind, channel] as const))(
  "%s",
  (kind, channel) => {
    const config = settings[kind];
    const fixtures = fixturesOf(kind);

    test("takes the settings that it needs and explains those that are missing", () => {
      expect(channel.config.safeParse(config).error).toBeUndefined();
      for (const wrong of [
        {},
        null,
        Object.fromEntries(Object.keys(config ?? {}).map((name) => [name, 7])),
      ]) {
        const issues = channel.config.safeParse(wrong).error?.issues ?? [];
        expect(issues.every((issue) => issue.message.length > 3)).toBe(true);
      }
      expect(channel.config.safeParse(null).success).toBe(false);
    });

    test("says of each setting that is missing what to do, by its name, in both languages", () => {
      const required = requiredOf(channel.config);
      for (const language of ["en", "fr"] as const) {
        try {
          readSettings({ ...somebody, language }, kind, {}, {});
          expect(required, "nothing is required").toEqual([]);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(error.code).toBe("invalid");
          const faults = z.array(z.object({ field: z.string(), message: z.string() })).parse(error.details);
          for (const name of required) {
            const fault = faults.find(({ field }) => field === `config.${name}`);
            expect(fault?.message, name).toBe(
              language === "en" ? english.errors.setting.missing : french.errors.setting.missing,
            );
          }
          for (const { message } of faults)
            expect(message).not.toMatch(/expected|invalid|undefined|invalide/i);
        }
      }
    });

    test("has payloads of the real thing to be tried with", () => {
      // What somebody types in has no outside to have a payload of.
      if (channel.can.byHand !== null) return;
      const folder = join(import.meta.dirname, folderOf[kind] ?? kind);
      const found = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
        /fixtures[\\/].*\.(?:eml|json|multipart|xml|rss|atom|csv)$/.test(name),
      );
      expect(found.length).toBeGreaterThan(0);
    });

    test("has a name, a sentence for each step, and a label for each setting, in both languages", () => {
      for (const messages of [english, french]) {
        const words = z.looseObject({}).parse(Reflect.get(messages.channels, kind));
        expect(words.name, "name").toEqual(expect.any(String));
        for (const each of channel.guide) {
          const step = typeof each === "string" ? each : each.step;
          expect(words.guide, step).toHaveProperty(step);
        }
        for (const { field, choices } of fieldsOf(channel.config)) {
          expect(words.fields, field).toHaveProperty(field);
          const labels = {
            ...messages.settings.channels.choices,
            ...z.looseObject({}).optional().parse(words.choices),
          };
          for (const choice of choices) expect(labels, field).toHaveProperty(choice);
        }
      }
    });

    test("can do what it says it can", () => {
      const { can } = channel;
      if (can.reply.length > 0) expect(channel.send !== undefined || can.repliesThrough !== null).toBe(true);
      if (can.sentLookup) expect(channel.hasSent).toBeDefined();
      if (can.byHand === null)
        expect(channel.listen ?? channel.poll ?? channel.webhook, "a way in").toBeDefined();
      if (channel.poll !== undefined) expect(channel.pollSeconds).toBeGreaterThan(0);
      if (can.maxLength !== null) expect(can.maxLength).toBeGreaterThan(0);
      if (can.attachments !== null)
        expect(Math.min(can.attachments.max, can.attachments.maxBytes)).toBeGreaterThan(0);
      if (can.act.length > 0) expect(channel.act).toBeDefined();
      if (can.freeWindowHours !== null)
        expect(can.freeWindowHours).toBeLessThan(can.replyWindowHours ?? Number.POSITIVE_INFINITY);
      expect(channel.toleranceHours).toBeGreaterThan(0);
      expect(parsers[kind], "is known to the parse worker").toBeDefined();
    });

    test.each(fixtures)("reads %s, and the same twice", async (_name, raw) => {
      const first = await channel.parse(raw, config);
      expect(first.length).toBeGreaterThan(0);
      first.forEach(isWhole);
      expect(await channel.parse(raw, config)).toEqual(first);
      expect(await parsers[kind]?.(raw, config)).toEqual(first);
    });

    test("takes random bytes without harm, and the same twice", async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (body) => {
          await isHarmless(kind, {
            externalId: "x",
            body,
            contentType: "application/octet-stream",
            meta: {},
          });
        }),
        { numRuns: 100 },
      );
    });

    test.runIf(fixtures.length > 0)("takes broken and cut copies of real items without harm", async () => {
      const bodies = fc.constantFrom(...fixtures.map(([, raw]) => raw));
      await fc.assert(
        fc.asyncProperty(bodies, fc.nat(), fc.uint8Array({ maxLength: 20 }), async (raw, at, noise) => {
          const place = raw.body.byteLength === 0 ? 0 : at % raw.body.byteLength;
          const cut = raw.body.subarray(0, place);
          const broken = Buffer.concat([cut, noise, raw.body.subarray(place + noise.length)]);
          await isHarmless(kind, { ...raw, body: new Uint8Array(cut) });
          await isHarmless(kind, { ...raw, body: new Uint8Array(broken) });
        }),
        { numRuns: 60 },
      );
    });
  },
);

test("every failure that a channel can name has a sentence in both languages, with the same figures in it", () => {
  const missing: string[] = [];
  for (const code of failureCodes()) {
    const [en, fr] = [english, french].map((messages) => at(messages.channels.errors, code));
    if (typeof en !== "string" || typeof fr !== "string") missing.push(code);
    else expect(argumentsOf(fr), code).toEqual(argumentsOf(en));
  }
  expect(missing).toEqual([]);
});

test("what English says of channels French says too, with the same arguments", () => {
  expect(pathsOf(french.channels)).toEqual(pathsOf(english.channels));
});

test("mail is read whatever is in it: it never throws", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (body) => {
      expect(await registry.email?.parse(rawMail(body, {}), settings.email)).toHaveLength(1);
    }),
  );
});

const somebody = {
  kind: "agent",
  id: "0197a000-0000-7000-8000-000000000001",
  name: "Hannah Whitlock",
  role: "admin",
  teamIds: [],
  brandIds: [],
  sessionId: "0197a000-0000-7000-8000-000000000002",
} as const;

/** Kinds that share a folder with another. */
const folderOf: Record<string, string> = {
  demo_notes: "demo",
  facebook: "meta",
  instagram: "meta",
  x_links: "x",
};

function requiredOf(schema: z.ZodType): string[] {
  const described = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return z.array(z.string()).default([]).parse(described.required);
}

/** Every code that the channels' folders give to a failure or a health report, by reading their source. */
function failureCodes(): string[] {
  const folders = new Set(Object.keys(registry).map((kind) => folderOf[kind] ?? kind));
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
    (name) =>
      /\.ts$/.test(name) && !/\.test\.ts$|fake-/.test(name) && folders.has(name.split(/[\\/]/)[0] ?? ""),
  );
  const codes = sources.flatMap((name) => {
    const source = readFileSync(join(import.meta.dirname, name), "utf8");
    const thrown = [...source.matchAll(/new (?:Temporary|Permanent|Uncertain)\(([^,)]*)/g)].flatMap(
      ([, first = ""]) => [...first.matchAll(/"([a-z][\w.]+)"/g)].map(([, code = ""]) => code),
    );
    const reported = [...source.matchAll(/\bcode: "([a-z]\w*\.\w+)"(?=, params)/g)].map(
      ([, code = ""]) => code,
    );
    return [...thrown, ...reported];
  });
  return [...new Set(codes)].sort();
}

function at(texts: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (here, name) => (typeof here === "object" && here !== null ? Reflect.get(here, name) : undefined),
      texts,
    );
}

/** The names that an ICU sentence takes, each once: of "{host}" and "{count, plural, one {…} other {…}}" host and count. */
function argumentsOf(sentence: string): string[] {
  const names = new Set<string>();
  // What each open brace holds: an argument, or the text of one of its branches.
  const open: Array<"argument" | "branch"> = [];
  for (let at = 0; at < sentence.length; at++) {
    if (sentence[at] === "}") open.pop();
    if (sentence[at] !== "{") continue;
    const isArgument = open.at(-1) !== "argument";
    open.push(isArgument ? "argument" : "branch");
    if (isArgument) names.add(/^\w+/.exec(sentence.slice(at + 1))?.[0] ?? "");
  }
  return [...names].sort();
}

function pathsOf(texts: object, above = ""): string[] {
  return Object.entries(texts)
    .flatMap(([name, value]) =>
      typeof value === "object"
        ? pathsOf(value, `${above}${name}.`)
        : [`${above}${name} ${argumentsOf(value)}`],
    )
    .sort();
}

function fixturesOf(kind: string): Array<[string, RawItem]> {
  // One folder may hold several kinds, whose items lie in folders of their own.
  const folder =
    [join(kind, "fixtures"), join("meta", "fixtures", kind)]
      .map((path) => join(import.meta.dirname, path))
      .find((path) => existsSync(path)) ?? "";
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(?:eml|json|xml|multipart)$/.test(name))
    .map((name) => {
      const body = new Uint8Array(readFileSync(join(folder, name)));
      const contentType = name.endsWith(".multipart") ? multipartType(body) : "application/json";
      const raw = { externalId: name, body, contentType, meta: {} };
      return [name, name.endsWith(".eml") ? rawMail(body, {}) : raw];
    });
}

/** The header that a browser sends with these bytes: their first line is two hyphens and the boundary. */
function multipartType(body: Uint8Array): string {
  const [first = ""] = Buffer.from(body).toString("latin1").split("\r\n", 1);
  return `multipart/form-data; boundary=${first.slice(2)}`;
}

function fieldsOf(schema: z.ZodType): Array<{ field: string; choices: string[] }> {
  const property = z.looseObject({ field: z.string().optional(), enum: z.array(z.string()).default([]) });
  const described = z
    .object({ properties: z.record(z.string(), property) })
    .parse(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
  return Object.entries(described.properties).map(([name, { field, enum: choices }]) => {
    expect(field, `the field of the setting ${name}`).toBeDefined();
    return { field: field ?? name, choices };
  });
}

/** Either it is read, or an Error says why not; the worker makes "unreadable" of that. Never two answers. */
async function isHarmless(kind: string, raw: RawItem): Promise<void> {
  const outcome = async (): Promise<Incoming[] | string> => {
    try {
      return await (parsers[kind]?.(raw, settings[kind]) ?? []);
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
      return "unreadable";
    }
  };
  const first = await outcome();
  if (first !== "unreadable" && typeof first !== "string") first.forEach(isWhole);
  expect(await outcome()).toEqual(first);
}

/** What core relies on and the database insists on. */
function isWhole(incoming: Incoming): void {
  switch (incoming.kind) {
    case "message":
    case "ours":
      isWholeMessage(incoming);
      return;
    case "edit":
      expect(incoming.externalId).not.toBe("");
      expect(incoming.editedAt.getTime()).not.toBeNaN();
      return;
    case "delete":
    case "hidden":
      expect(incoming.externalId).not.toBe("");
      return;
    case "bounce":
      expect(incoming.of ?? incoming.recipient).not.toBeNull();
      return;
    case "filed":
      expect(incoming.reason).not.toBe("");
  }
}

function isWholeMessage(message: Omit<IncomingMessage, "kind">): void {
  const { text, quoteAt, files, author, sentAt } = message;
  expect(message.externalId.length).toBeGreaterThan(0);
  expect(message.externalId.length).toBeLessThan(1000);
  if (files.length + message.remoteFiles.length === 0) expect(text).not.toBe("");
  for (const words of [text, message.subject ?? "", message.html ?? "", author.name ?? ""]) {
    expect(words.includes("\u0000")).toBe(false);
    expect(/\p{Surrogate}/u.test(words)).toBe(false);
  }
  expect(text.length).toBeLessThanOrEqual(250_000);
  if (quoteAt !== null) expect(text.slice(0, quoteAt).trim()).not.toBe("");
  if (sentAt !== null) expect(sentAt.getTime()).not.toBeNaN();
  for (const identity of author.identities) {
    expect(identityKinds).toContain(identity.kind);
    expect(identity.value).not.toBe("");
    expect(identity.value.length).toBeLessThanOrEqual(500);
  }
  for (const file of files) {
    expect(file.name).toMatch(/^[^/\\\p{Cc}]+$/u);
    expect(file.contentType).toMatch(/^[\w.+-]+\/[\w.+-]+/);
  }
}
