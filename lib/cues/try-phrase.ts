import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { languages } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import type { Iso } from "@/lib/conversations/types";
import { compileCues, type OwnCue } from "./compile";
import { type Family, families } from "./cue";
import { bookOf, currentEdition, loadOwnCues } from "./editions";
import { english } from "./en";
import { french } from "./fr";
import { type Judged, judge, languageSql, ownSubjectSql, type Told } from "./marks";
import { type Move, movesOf } from "./moves";
import { phraseInput, readPhrase } from "./phrase";
import { saidFrom } from "./score";

/** A line to try: a new one, one in the place of `phraseId`, or null: taken away, or one of ours switched off. */
export const phraseToTry = z.object({
  language: z.enum(languages),
  phraseId: z.uuid().nullable().default(null),
  off: z.string().max(2000).nullable().default(null).meta({ description: "A shipped phrase to switch off." }),
  line: phraseInput.omit({ language: true }).nullable(),
});

export type TriedMessage = {
  conversationId: string;
  number: number;
  customerName: string;
  at: Iso;
  /** Some words around what was found, and where in them it stands. */
  text: string;
  marks: Array<[at: number, length: number]>;
  /** Families that are said with the change and were not, and the other way round. */
  gained: Family[];
  lost: Family[];
};

export type PhraseTried = {
  /** Messages that were looked at: the newest that the actor may see. */
  looked: number;
  hits: number;
  /** The newest of them. */
  items: TriedMessage[];
  moves: Move[];
};

const mostMessages = 500;
const shownAtMost = 30;

type Row = Told & {
  messageId: string;
  conversationId: string;
  number: number;
  customerName: string;
  at: string;
};

/**
 * What a changed phrase would find in the last messages, and which conversations of the queue would move, from where
 * to where. Nothing is kept. Throws `invalid` with the first fault of the line.
 */
export async function tryPhrase(actor: Actor, input: z.output<typeof phraseToTry>): Promise<PhraseTried> {
  authorize(actor, "cue.edit");
  const { language } = input;
  const line = input.line === null ? null : readPhrase({ ...input.line, language });
  const edition = await currentEdition(db);
  const before = await bookOf(db, edition);
  const own = await ownWith(input, line);
  const after = { ...before, [language]: compileCues(language === "en" ? english : french, own) };
  const rows = await newestMessages(actor);
  const tried = rows.flatMap((row) => {
    // What another language says is not touched by this line.
    if (row.language !== language) return [];
    const [was, is] = [judge(row, before), judge(row, after)];
    return isSame(was, is) ? [] : [{ row, was, is }];
  });
  const turned = tried.filter(({ was, is }) => gainedBy(was, is).length + gainedBy(is, was).length > 0);
  return {
    looked: rows.length,
    hits: tried.length,
    items: tried.slice(0, shownAtMost).map(({ row, was, is }) => toItem(row, was, is)),
    moves: await movesOf(
      actor,
      turned.map(({ row, is }) => ({
        messageId: row.messageId,
        conversationId: row.conversationId,
        ...is,
      })),
      edition,
    ),
  };
}

async function ownWith(input: z.output<typeof phraseToTry>, line: OwnCue | null): Promise<OwnCue[]> {
  const { language, phraseId, off } = input;
  const own = await loadOwnCues(db);
  const replaced = await db.execute<{ pattern: string }>(sql`
    select pattern from cue_phrases where id = ${phraseId}::uuid and language = ${language} and deleted_at is null`);
  const kept = own[language].filter(({ pattern }) => pattern !== replaced.rows[0]?.pattern);
  const shipped = (language === "en" ? english : french).cues.find(({ pattern }) => pattern === off);
  if (shipped) kept.push({ ...shipped, state: "off" });
  if (line) kept.push(line);
  return kept;
}

/** By conversation first, since the newest of those hold the newest messages. */
async function newestMessages(actor: Actor): Promise<Row[]> {
  const found = await db.execute<Row>(sql`
    select m.id as "messageId", m.conversation_id as "conversationId", c.number::int as number, k.name as "customerName",
      m.sent_at as at, left(m.text, 20000) as text, ${ownSubjectSql} as subject, m.quote_at as "quoteAt", ${languageSql} as language
    from (select * from conversations c where c.merged_into_id is null and ${visible(actor, columnsOf("c"))}
          order by c.last_message_at desc limit ${mostMessages}) c
    join customers k on k.id = c.customer_id join brands b on b.id = c.brand_id left join organisation o on true
    join messages m on m.conversation_id = c.id and m.kind = 'customer' and m.deleted_at is null
    order by m.sent_at desc, m.id desc limit ${mostMessages}`);
  return found.rows;
}

function isSame(a: Judged, b: Judged): boolean {
  return (
    families.every((family) => a.scores[family] === b.scores[family]) &&
    JSON.stringify(a.found) === JSON.stringify(b.found)
  );
}

function gainedBy(was: Judged, is: Judged): Family[] {
  return families.filter((family) => was.scores[family] < saidFrom && is.scores[family] >= saidFrom);
}

/** Letters of the message that are shown before and behind what was found. */
const around = 60;

function toItem(row: Row, was: Judged, is: Judged): TriedMessage {
  const before = new Set(was.found.map((each) => JSON.stringify(each)));
  const after = new Set(is.found.map((each) => JSON.stringify(each)));
  const other = [
    ...is.found.filter((each) => !before.has(JSON.stringify(each))),
    ...was.found.filter((each) => !after.has(JSON.stringify(each))),
  ].filter(({ at }) => at >= 0);
  const first = other[0] ?? { at: 0, length: 0 };
  const from = Math.max(0, first.at - around);
  const to = Math.min(row.text.length, first.at + first.length + around);
  const inside = other.filter(({ at, length }) => at >= from && at + length <= to);
  return {
    conversationId: row.conversationId,
    number: row.number,
    customerName: row.customerName,
    at: isoText(row.at),
    text: row.text.slice(from, to),
    marks: inside.map(({ at, length }) => [at - from, length]),
    gained: gainedBy(was, is),
    lost: gainedBy(is, was),
  };
}
