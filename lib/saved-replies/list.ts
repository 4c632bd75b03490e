import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { WrittenFor } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { fail } from "@/lib/errors";
import { type Columns, type Scope, scopeOf, usable } from "./scope";

export type SavedReplyFile = { id: string; name: string; contentType: string; size: number };

export type SavedReplyView = {
  id: string;
  name: string;
  texts: WrittenFor[];
  isModel: boolean;
  scope: Scope;
  files: SavedReplyFile[];
  /** How often it was sent in the last 90 days, and how many of these left as they were written. */
  uses: number;
  unedited: number;
};

export type SavedReplyEntry = SavedReplyView & { updatedAt: string; isArchived: boolean };

type Row = Omit<SavedReplyEntry, "scope"> & Columns;

/** Figures are of these last days: what was liked three years ago says little. */
const days = 90;

const fields = sql`s.id, s.name, s.texts, s.is_model as "isModel", s.owner_id as "ownerId", s.team_id as "teamId",
  s.brand_id as "brandId", s.archived_at is not null as "isArchived",
  to_char(s.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt",
  coalesce(u.uses, 0)::int as uses, coalesce(u.unedited, 0)::int as unedited,
  coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'size', f.size) order by f.id)
    from saved_reply_files f where f.saved_reply_id = s.id), '[]') as files`;

const used = sql`left join lateral (
  select count(*) as uses, count(*) filter (where not x.is_edited) as unedited from saved_reply_uses x
  where x.saved_reply_id = s.id and x.used_at > now() - make_interval(days => ${days})) u on true`;

/**
 * What can be put into an answer to this conversation: of its brand or of all, mine, my teams' or shared. Juniors get
 * the model answers first; everybody else the most used ones.
 */
export async function savedRepliesFor(
  actor: Actor,
  input: { conversationId: string },
): Promise<SavedReplyView[]> {
  authorize(actor, "conversation.read");
  const found = await db.execute<{ brandId: string }>(sql`
    select c.brand_id as "brandId" from conversations c
    where c.id = ${input.conversationId} and ${visible(actor, columnsOf("c"))}`);
  const { brandId } = found.rows[0] ?? fail("not_found", "conversation.not_found");
  const replies = await db.execute<Row>(sql`
    select ${fields} from saved_replies s ${used}
    where s.archived_at is null and ${usable(actor)} and (s.brand_id is null or s.brand_id = ${brandId})
    order by ${isNew(actor)} and s.is_model desc, u.uses desc nulls last, lower(s.name), s.id limit 500`);
  return replies.rows.map(({ updatedAt: _at, isArchived: _is, ...row }) => withScope(row));
}

/** All that I may use or change, by name; with those put away when they are asked for. */
export async function listSavedReplies(
  actor: Actor,
  input: { archived: "no" | "only" },
): Promise<SavedReplyEntry[]> {
  authorize(actor, "conversation.read");
  const found = await db.execute<Row>(sql`
    select ${fields} from saved_replies s ${used}
    where ${usable(actor)} and (s.archived_at is null) = ${input.archived === "no"}
    order by lower(s.name), s.id limit 2000`);
  return found.rows.map(withScope);
}

function withScope<T extends Columns>({ ownerId, teamId, brandId, ...row }: T) {
  return { ...row, scope: scopeOf({ ownerId, teamId, brandId }) };
}

/** Somebody in their first weeks, or here for a few. */
function isNew(actor: Actor) {
  return sql`(select a.role = 'junior' or a.ends_at is not null from agents a where a.id = ${actor.id})`;
}
