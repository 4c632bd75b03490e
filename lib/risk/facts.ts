import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { CommitmentState, ConversationKind } from "@/db/enums";
import { promisedForSql } from "@/lib/commitments/promised-for-sql";
import type { Reason } from "@/lib/conversations/types";
import { type Mark, marksOf } from "@/lib/cues/marks";
import { saidFrom } from "@/lib/cues/score";
import type { Facts, Said } from "./assess";
import { contactsOf } from "./contacts";
import { patienceOf } from "./patience";

/** A row of the list of work as rank.ts claims it. Moments as PostgreSQL gives them. */
export type Claimed = {
  id: string;
  customerId: string;
  personId: string;
  kind: ConversationKind;
  pin: -1 | 0 | 1;
  channelKind: string | null;
  plays: string | null;
  isPublic: boolean;
  waitingSince: string | null;
  dueAt: string | null;
  lastCustomerAt: string | null;
  isDanger: boolean;
  hasProfile: boolean;
  unsubscribedAt: string | null;
  calmedAt: string | null;
};

type Loaded = {
  id: string;
  /** Of what waits for us, the newest ten. */
  messages: Array<{ id: string; conversationId: string; isEntered: boolean }>;
  exchanges: Array<{ at: string; conversationId: string; isOurs: boolean }>;
  broken: Array<{
    dueAt: string;
    promisedFor: string;
    brokenAt: string;
    conversationId: string;
    state: CommitmentState;
  }>;
  promise: { dueAt: string; promisedFor: string } | null;
  handle: string | null;
  lapsed: string | null;
  outreach: { score: number; reasons: Array<{ code: string; params: { [name: string]: unknown } }> } | null;
};

/** How far back somebody's contacts are looked at, and how many. */
const contactDays = 30;
const mostExchanges = 60;

/**
 * What the order looks at, for all rows of a batch in a constant number of statements. `offset 0` keeps each look by its
 * own key: on old statistics the planner else reads every handle, or every open promise, once for each row.
 */
export async function loadFacts(tx: Tx, rows: readonly Claimed[], now: number): Promise<Map<string, Facts>> {
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  const asked = JSON.stringify(
    rows.map(({ id, personId, waitingSince }) => ({ id, personId, waitingSince })),
  );
  const found = await tx.execute<Loaded>(sql`
    select a.id,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'conversationId', m.conversation_id, 'isEntered', m.entered is not null))
        from (select m.id, m.conversation_id, m.entered from merged_with(a.id) w(id) join messages m on m.conversation_id = w.id
              where m.kind = 'customer' and m.deleted_at is null and m.sent_at >= a."waitingSince" and m.sent_at <= ${at}
              order by m.sent_at desc limit 10) m), '[]') as messages,
      coalesce((select jsonb_agg(jsonb_build_object('at', x.sent_at, 'conversationId', x.conversation_id, 'isOurs', x.is_ours) order by x.sent_at)
        from (select m.sent_at, case when s.merged_into_id is null then s.id else survivor_of(s.id) end as conversation_id, m.kind <> 'customer' as is_ours
              from customers o cross join lateral (
                select s.id, s.merged_into_id from conversations s where s.customer_id = o.id and s.status <> 'spam'
                  and s.last_message_at > ${at} - interval '${sql.raw(String(contactDays))} days'
                order by s.last_message_at desc limit ${mostExchanges}) s
              join messages m on m.conversation_id = s.id and m.sent_at > ${at} - interval '${sql.raw(String(contactDays))} days' and m.sent_at <= ${at}
              left join message_marks k on k.message_id = m.id
              where o.person_id = a."personId" and m.deleted_at is null and case m.kind
                when 'customer' then not coalesce((k.scores ->> 'thanks')::float8 >= ${saidFrom} and not k.is_complaint, false)
                when 'reply' then m.agent_id is not null and not m.is_automatic
                when 'call' then m.call_outcome in ('reached', 'settled', 'on_site') else false end
              order by m.sent_at desc limit ${mostExchanges}) x), '[]') as exchanges,
      coalesce((select jsonb_agg(jsonb_build_object('dueAt', p.due_at, 'promisedFor', p.promised_for, 'brokenAt', p.broken_at, 'conversationId', survivor_of(p.conversation_id), 'state', p.state) order by p.broken_at desc)
        from customers o cross join lateral (select m.*, ${promisedForSql} as promised_for from commitments m where m.customer_id = o.id and m.broken_at is not null offset 0) p
        where o.person_id = a."personId" and p.broken_at > ${at} - interval '90 days'), '[]') as broken,
      -- What shows, and that alone: a promise in a reply that has not left has been heard by nobody.
      (select jsonb_build_object('dueAt', p.due_at, 'promisedFor', p.promised_for) from merged_with(a.id) w(id)
        cross join lateral (select m.due_at, ${promisedForSql} as promised_for from commitments m
          where m.conversation_id = w.id and m.state = 'open' and m.shown_at is not null offset 0) p
        order by p.due_at limit 1) as promise,
      (select i.display from customers o cross join lateral (select i.* from identities i where i.customer_id = o.id offset 0) i
        where o.person_id = a."personId" and i.revoked_at is null and i.display like '@%' and i.kind in ('mastodon', 'bluesky', 'x', 'facebook', 'instagram')
        order by i.kind, i.created_at limit 1) as handle,
      (select l.rule_kind from customers o cross join lateral (select l.* from outreaches l where l.customer_id = o.id offset 0) l
        where o.person_id = a."personId" and l.rule_kind in ('rhythm_broken', 'subscription_ended')
          and l.opened_at > ${at} - interval '180 days' order by l.opened_at desc limit 1) as lapsed,
      (select jsonb_build_object('score', l.score, 'reasons', l.reasons) from outreaches l where l.conversation_id = a.id) as outreach
    from jsonb_to_recordset(${asked}::jsonb) as a(id uuid, "personId" uuid, "waitingSince" timestamptz)`);
  const messages = found.rows.flatMap((row) => row.messages);
  const marks = await marksOf(
    tx,
    messages.map(({ id }) => id),
    [...new Set(messages.map(({ conversationId }) => conversationId))],
  );
  const claimed = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    found.rows.flatMap((loaded) => {
      const row = claimed.get(loaded.id);
      return row ? [[row.id, factsOf(row, loaded, marks)] as const] : [];
    }),
  );
}

function factsOf(row: Claimed, loaded: Loaded, marks: ReadonlyMap<string, Mark>): Facts {
  const own = loaded.messages.flatMap(({ id }) => marks.get(id) ?? []);
  // What they said in public presses in public; after our answer it is a conversation like any other.
  const isPublic = own.length > 0 ? own.some((mark) => mark.isPublic) : row.isPublic;
  const patience = patienceOf(row.channelKind, row.plays, isPublic);
  const exchanges = loaded.exchanges.map(({ at, conversationId, isOurs }) => ({
    at: Date.parse(at),
    conversationId,
    by: isOurs ? ("us" as const) : ("customer" as const),
  }));
  const here = loaded.broken.filter(
    ({ conversationId, state, brokenAt }) =>
      conversationId === row.id &&
      state === "broken" &&
      !exchanges.some(
        (each) => each.by === "us" && each.conversationId === row.id && each.at > Date.parse(brokenAt),
      ),
  );
  const told = loaded.messages.some(({ isEntered }) => isEntered) && row.isDanger;
  const said = saidIn(own);
  return {
    kind: row.kind,
    pin: row.pin,
    patience,
    isPublic,
    waitingSince: msOf(row.waitingSince),
    targetAt: msOf(row.dueAt),
    promiseAt: msOf(loaded.promise?.dueAt ?? null),
    promisedFor: loaded.promise?.promisedFor ?? null,
    brokenAt: msOf(loaded.broken[0]?.dueAt ?? null),
    brokenFor: loaded.broken[0]?.promisedFor ?? null,
    brokenHere: here.length === 0 ? null : Math.min(...here.map(({ dueAt }) => Date.parse(dueAt))),
    said: told && said.safety === null ? { ...said, safety: "danger" } : said,
    contacts: contactsOf(exchanges, patience),
    messages: loaded.messages.length,
    lapsed: lapsedOf(row, loaded),
    handle: loaded.handle,
    hasProfile: row.hasProfile,
    isCalmed: isStillCalm(row),
    outreach: loaded.outreach && {
      score: loaded.outreach.score,
      reasons: loaded.outreach.reasons.map(({ code, params }) => ({
        code: `signals.${code}`,
        params: plain(params),
      })),
    },
  };
}

/** "Not a risk" holds until they write again. */
export function isStillCalm({
  calmedAt,
  lastCustomerAt,
}: Pick<Claimed, "calmedAt" | "lastCustomerAt">): boolean {
  return calmedAt !== null && (lastCustomerAt === null || Date.parse(lastCustomerAt) <= Date.parse(calmedAt));
}

/** A family counts as said when one of the messages says it; its reason is the first phrase that was found for it. */
function saidIn(marks: readonly Mark[]): Said {
  const of = (family: keyof Said): string | null => {
    const mark = marks.find(({ scores }) => scores[family] >= saidFrom);
    return mark ? (mark.found.find((each) => each.family === family)?.reason ?? family) : null;
  };
  return {
    complaint: of("complaint"),
    threat: of("threat"),
    anger: of("anger"),
    urgent: of("urgent"),
    repeat: of("repeat"),
    thanks: of("thanks"),
    safety: of("safety"),
  };
}

function lapsedOf(row: Claimed, { lapsed }: Loaded): Reason | null {
  if (lapsed !== null) return { code: lapsed, params: {} };
  return row.unsubscribedAt === null ? null : { code: "unsubscribed", params: {} };
}

function plain(params: { [name: string]: unknown }): Reason["params"] {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" ? [[name, value]] : [],
    ),
  );
}

function msOf(moment: string | null): number | null {
  return moment === null ? null : Date.parse(moment);
}
