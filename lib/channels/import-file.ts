import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";
import { accept } from "./accept";
import type { FileLine, FileReading, Incoming, Rating, RawItem } from "./channel";
import { type LoadedChannel, loadChannels } from "./load";

/** What a file may weigh. */
export const fileBytes = 8 * 1024 * 1024;

/** Rows that are shown, and problems that are named. */
const shownRows = 8;
const namedProblems = 20;
/** Items stored in one transaction. */
const atOnce = 500;

export const outcomes = ["new", "changed", "deleted", "same", "unreadable"] as const;
export type Outcome = (typeof outcomes)[number];

export type ImportView = {
  columns: FileReading["columns"];
  fields: readonly string[];
  rows: Array<{ line: number; outcome: Outcome; row: { [field: string]: string } }>;
  /** `deleted`: those that the file calls so, and those that a file of everything no longer has. */
  counts: { [outcome in Outcome]: number };
  problems: Array<{ line: number; problem: string }>;
  /** Nothing that is missing counts as deleted, since a row without an id could be it. */
  isMissingKept: boolean;
};

export type FileImport = {
  channelId: string;
  bytes: Uint8Array;
  columns: ReadonlyArray<string | null> | null;
  holds: "some" | "all";
};

/** What an import of this file would do; changes nothing. Throws `invalid` for a file that nobody can read. */
export async function previewFile(actor: Actor, input: FileImport): Promise<ImportView> {
  authorize(actor, "channel.edit");
  return (await plan(actor, input)).view;
}

/**
 * Puts what is new, changed or gone into the ledger, from where it goes the way of everything that comes in. Repeated,
 * it changes nothing more: it looks again at what is here.
 */
export async function importFile(actor: Actor, input: FileImport): Promise<ImportView> {
  authorize(actor, "channel.edit");
  const { view, items } = await plan(actor, input);
  for (let at = 0; at < items.length; at += atOnce)
    await accept(input.channelId, items.slice(at, at + atOnce), null);
  return view;
}

async function plan(actor: Actor, input: FileImport): Promise<{ view: ImportView; items: RawItem[] }> {
  const [loaded] = await loadChannels(
    sql`h.id = ${input.channelId} and ${visibleBrand(actor, sql`h.brand_id`)}`,
  );
  const channel = loaded ?? fail("not_found", "not_found");
  const file = channel.channel.file ?? fail("invalid", "import.kind");
  const now = new Date();
  const read =
    file.read(input.bytes, input.columns, channel.whole, now) ?? fail("invalid", "import.unreadable");
  if (read.lines.length === 0) fail("invalid", "import.empty");
  const known = await knownMessages(channel.id);
  const waiting = await waitingFor(channel.id, read.lines);
  const items: RawItem[] = [];
  const judged: Array<{ line: FileLine; outcome: Outcome }> = [];
  for (const line of read.lines) {
    const found = await judge(channel, line, known, waiting);
    const gone =
      found.outcome === "deleted" && line.externalId !== null ? [file.gone(line.externalId, now)] : [];
    items.push(...found.items, ...gone);
    judged.push({ line, outcome: found.outcome });
  }
  const isMissingKept = input.holds === "all" && read.lines.some(({ externalId }) => externalId === null);
  const missing = input.holds === "all" && !isMissingKept ? missingFrom(read.lines, known) : [];
  items.push(...missing.map((externalId) => file.gone(externalId, now)));
  const count = (outcome: Outcome) => judged.filter((one) => one.outcome === outcome).length;
  const view: ImportView = {
    columns: read.columns,
    fields: file.fields,
    rows: judged
      .slice(0, shownRows)
      .map(({ line, outcome }) => ({ line: line.line, outcome, row: line.row })),
    counts: {
      new: count("new"),
      changed: count("changed"),
      deleted: count("deleted") + missing.length,
      same: count("same"),
      unreadable: count("unreadable"),
    },
    problems: read.lines
      .flatMap(({ line, problem }) => (problem === null ? [] : [{ line, problem }]))
      .slice(0, namedProblems),
    isMissingKept,
  };
  return { view, items };
}

type Known = { isTheirs: boolean; isDeleted: boolean; digest: string; rating: Rating | null };

async function judge(
  channel: LoadedChannel,
  line: FileLine,
  known: ReadonlyMap<string, Known>,
  waiting: ReadonlySet<string>,
): Promise<{ outcome: Outcome; items: RawItem[] }> {
  if (line.problem !== null) return { outcome: "unreadable", items: [] };
  const there = known.get(line.externalId);
  if (line.isDeleted) return { outcome: there && !there.isDeleted ? "deleted" : "same", items: [] };
  const { isNew, isChanged, answer } = line.items;
  const unheard = answer !== null && !known.has(answer.externalId) && !waiting.has(answer.externalId);
  const answers = unheard ? [answer] : [];
  if (!there) {
    // It lies in the ledger and is read in a moment, or it was kept out: blocked, erased.
    if (waiting.has(line.externalId)) return { outcome: "same", items: [] };
    return { outcome: "new", items: [isNew, ...answers] };
  }
  if (there.isDeleted) return { outcome: "same", items: [] };
  const [said] = await channel.channel.parse(isChanged, channel.whole);
  const changes = said !== undefined && isOther(said, there) ? [isChanged, ...answers] : answers;
  return { outcome: changes.length > 0 ? "changed" : "same", items: changes };
}

function isOther(said: Incoming, there: Known): boolean {
  if (said.kind !== "edit") return false;
  const { rating } = said;
  const sameStars =
    rating === undefined || (rating.value === there.rating?.value && rating.of === there.rating.of);
  return !sameStars || createHash("md5").update(said.text).digest("hex") !== there.digest;
}

/** What is here and not in the file; rows that cannot be read are there all the same. */
function missingFrom(lines: readonly FileLine[], known: ReadonlyMap<string, Known>): string[] {
  const present = new Set(lines.map(({ externalId }) => externalId));
  return [...known].flatMap(([externalId, { isTheirs, isDeleted }]) =>
    isTheirs && !isDeleted && !present.has(externalId) ? [externalId] : [],
  );
}

async function knownMessages(channelId: string): Promise<Map<string, Known>> {
  const found = await db.execute<Known & { externalId: string }>(sql`
    select external_id as "externalId", kind = 'customer' as "isTheirs", deleted_at is not null as "isDeleted",
      md5(text) as digest, rating
    from messages where channel_id = ${channelId} and external_id is not null order by id`);
  return new Map(found.rows.map((row) => [row.externalId, row]));
}

/** Which of the file's rows the ledger has already. */
async function waitingFor(channelId: string, lines: readonly FileLine[]): Promise<Set<string>> {
  const ids = lines.flatMap((line) =>
    line.problem === null
      ? [line.externalId, ...(line.items.answer ? [line.items.answer.externalId] : [])]
      : [],
  );
  const byHash = new Map(ids.map((id) => [createHash("sha256").update(id).digest("hex"), id]));
  const found = await db.execute<{ hash: string }>(sql`
    select external_hash as hash from inbound where channel_id = ${channelId}
      and external_hash in (select jsonb_array_elements_text(${JSON.stringify([...byHash.keys()])}::jsonb))`);
  return new Set(found.rows.flatMap(({ hash }) => byHash.get(hash) ?? []));
}
