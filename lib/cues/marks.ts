import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Language, languages } from "@/db/enums";
import { uuids } from "@/db/uuids";
import { type Family, families } from "./cue";
import { bookOf, currentEdition } from "./editions";
import { type CueBook, type Heard, hear } from "./find";
import { joined } from "./leaning";
import { type Scores, saidFrom, score } from "./score";

/** Words that counted: `at` and `length` in the message's text (UTF-16 units); `at` is -1 for words of the subject. */
export type Found = { family: string; reason: string; at: number; length: number };

/** What a customer's message says, by the cues and by colleagues, whose word goes before. */
export type Mark = {
  conversationId: string;
  saidAt: Date;
  isPublic: boolean;
  /** Chances, 0 to 1; exactly 0 or 1 where a colleague said so. */
  scores: Scores;
  found: Found[];
  isComplaint: boolean;
  /** What colleagues said of it, by family. */
  labels: { [F in Family]?: boolean };
};

/** Longer messages say what they say in the beginning; 20,000 characters are 2 ms. */
const longestText = 20_000;

/**
 * The marks of some customers' messages, those of other kinds left out. What is missing, or was made with other
 * phrases, is made and kept. `conversationIds`: the conversations that the messages lie in, without which the whole
 * table of messages is searched for those without a mark.
 */
export async function marksOf(
  tx: Tx,
  messageIds: readonly string[],
  conversationIds: readonly string[] | null = null,
): Promise<Map<string, Mark>> {
  if (messageIds.length === 0) return new Map();
  const edition = await currentEdition(tx);
  const kept = await loadMarks(tx, messageIds, edition);
  const missing = messageIds.filter((id) => !kept.has(id));
  if (missing.length === 0) return kept;
  await makeMarks(tx, missing, conversationIds, edition);
  for (const [id, mark] of await loadMarks(tx, missing, null)) kept.set(id, mark);
  return kept;
}

/** A message was changed or deleted: what was found in its old words is forgotten, and its place asked again. */
export async function forgetMark(tx: Tx, messageId: string): Promise<void> {
  await tx.execute(sql`
    with gone as (delete from message_marks where message_id = ${messageId} returning conversation_id)
    update queue set rank_valid_until = '-infinity' from gone
    where queue.conversation_id = survivor_of(gone.conversation_id)`);
}

/** The language that a message `m` of customer `k` and brand `b` is read in, as SQL; `o` is the organisation. */
export const languageSql = sql`case
  when m.language in ('en', 'fr') then m.language when k.language in ('en', 'fr') then k.language
  else coalesce(b.language, o.language) end`;

/** The subject where the customer wrote it, and did not only answer ours. */
export const ownSubjectSql = sql`case when m.subject ~* '^\\s*(re|ré|tr|fwd?|aw|sv|antw|rif)\\s*:' then null else left(m.subject, 300) end`;

export type Told = { text: string; subject: string | null; quoteAt: number | null; language: string };

export type Judged = { found: Found[]; scores: Scores };

/** What is found in one message and what it amounts to. */
export function judge(told: Told, book: CueBook): Judged {
  const language: Language = languages.find((known) => known === told.language) ?? "en";
  const inText = hear(told.text, language, book, told.quoteAt);
  const inSubject = told.subject === null ? null : hear(told.subject, language, book);
  const subject = inSubject?.found ?? [];
  const leaning = inSubject ? joined(inSubject.leaning, inText.leaning) : inText.leaning;
  const scores = score([...subject, ...inText.found], leaning);
  const found = [
    ...subject.map(({ family, reason }) => ({ family, reason, at: -1, length: 0 })),
    ...inText.found.map(({ family, reason, at, length }) => ({ family, reason, at, length })),
  ];
  return { found: [...onlyLeaning(inText, found, scores), ...found.slice(0, mostKept)], scores };
}

/** A score that no phrase made is explained too: by the word of the text that leans most. */
function onlyLeaning({ leaning }: Heard, found: readonly Found[], scores: Scores): Found[] {
  return (
    [
      ["safety", "danger"],
      ["complaint", "hint"],
    ] as const
  ).flatMap(([family, reason]) => {
    const word = leaning.strongest[family];
    if (!word || scores[family] < saidFrom || found.some((one) => one.family === family)) return [];
    return [{ family, reason, ...word }];
  });
}

/** More places than anybody looks at. */
const mostKept = 60;

async function makeMarks(
  tx: Tx,
  messageIds: readonly string[],
  conversationIds: readonly string[] | null,
  edition: number,
): Promise<void> {
  const told = await tx.execute<Told & { messageId: string }>(sql`
    select m.id as "messageId", case when m.deleted_at is null then left(m.text, ${longestText}) else '' end as text,
      case when m.deleted_at is null then ${ownSubjectSql} end as subject, m.quote_at as "quoteAt", ${languageSql} as language
    from messages m join conversations c on c.id = m.conversation_id join customers k on k.id = c.customer_id
      join brands b on b.id = c.brand_id left join organisation o on true
    where ${within(conversationIds)} and m.id = any(${uuids(messageIds)}) and m.kind = 'customer'`);
  if (told.rows.length === 0) return;
  const book = await bookOf(tx, edition);
  const rows = told.rows.map(({ messageId, ...each }) => ({ messageId, ...judge(each, book) }));
  await storeMarks(tx, rows, { edition, replaces: "older" }, conversationIds);
}

/** `replaces`: whether a mark of the same edition is made anew too, which only a preview does. */
export async function storeMarks(
  tx: Tx,
  judged: ReadonlyArray<Judged & { messageId: string }>,
  { edition, replaces }: { edition: number; replaces: "older" | "same" },
  conversationIds: readonly string[] | null = null,
): Promise<void> {
  const rows = judged.map(({ messageId, scores, found }) => ({ messageId, scores, found }));
  // Whoever changes a conversation may look for its marks next: wait for them before ours are written, and in one order.
  await tx.execute(sql`
    select 1 from conversations c where c.id in (
      select m.conversation_id from messages m where ${within(conversationIds)} and m.id = any(${uuids(rows.map(({ messageId }) => messageId))}))
    order by c.id for key share`);
  const isOlder = replaces === "older" ? sql`<` : sql`<=`;
  await tx.execute(sql`
    insert into message_marks (message_id, conversation_id, brand_id, is_public, said_at, scores, found, is_complaint, edition)
    select m.id, m.conversation_id, c.brand_id, m.is_public, m.sent_at, r.scores, r.found,
      coalesce(l.is_said, (r.scores ->> 'complaint')::float8 >= ${saidFrom}), ${edition}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("messageId" uuid, scores jsonb, found jsonb)
    join messages m on m.id = r."messageId" and ${within(conversationIds)} join conversations c on c.id = m.conversation_id
    left join cue_labels l on l.message_id = m.id and l.family = 'complaint'
    order by m.id
    on conflict (message_id) do update set conversation_id = excluded.conversation_id, scores = excluded.scores,
      found = excluded.found, is_complaint = excluded.is_complaint, edition = excluded.edition
    where message_marks.edition ${isOlder} excluded.edition`);
}

type KeptMark = {
  messageId: string;
  conversationId: string;
  saidAt: string;
  isPublic: boolean;
  scores: { [family: string]: number };
  found: Found[];
  labels: { [family: string]: boolean };
};

/** `edition` null takes them as they are: another process may just have made newer ones. */
async function loadMarks(
  tx: Tx,
  messageIds: readonly string[],
  edition: number | null,
): Promise<Map<string, Mark>> {
  const kept = await tx.execute<KeptMark>(sql`
    select k.message_id as "messageId", k.conversation_id as "conversationId", k.said_at::text as "saidAt",
      k.is_public as "isPublic", k.scores, k.found,
      coalesce((select jsonb_object_agg(l.family, l.is_said) from cue_labels l where l.message_id = k.message_id), '{}') as labels
    from message_marks k where k.message_id = any(${uuids(messageIds)})
      and ${edition === null ? sql`true` : sql`k.edition >= ${edition}`}`);
  return new Map(kept.rows.map((row) => [row.messageId, toMark(row)]));
}

function toMark(row: KeptMark): Mark {
  const scores = score([]);
  const labels: Mark["labels"] = {};
  for (const family of families) {
    const label = row.labels[family];
    if (label !== undefined) labels[family] = label;
    scores[family] = label === undefined ? (row.scores[family] ?? 0) : Number(label);
  }
  const { conversationId, isPublic, found } = row;
  const saidAt = new Date(row.saidAt);
  return {
    conversationId,
    saidAt,
    isPublic,
    found,
    scores,
    labels,
    isComplaint: scores.complaint >= saidFrom,
  };
}

function within(conversationIds: readonly string[] | null): SQL {
  return conversationIds === null ? sql`true` : sql`m.conversation_id = any(${uuids(conversationIds)})`;
}
