import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Band, ConversationKind, ConversationStatus } from "@/db/enums";
import type { State } from "./due";
import type { Rules } from "./rules";

/** A conversation as `stateOf` selects it: PostgreSQL's JSON, with moments as its text. */
export type StoredState = {
  id: string;
  brandId: string;
  channelId: string | null;
  teamId: string | null;
  pin: number;
  tagIds: string[];
  band: Band | null;
  status: ConversationStatus;
  kind: ConversationKind;
  isMerged: boolean;
  isFirst: boolean;
  waitingSince: string | null;
  cycleStartedAt: string;
  pauses: string[];
  dueAt: string | null;
  dueKind: "first_response" | "next_response" | null;
  resolveDueAt: string | null;
};

/** One JSON value of a row with the columns of conversations; tags and band are looked for only where a target asks. */
export function stateOf(row: string, rules: Rules): SQL {
  const tags = rules.hasTags
    ? `coalesce((select jsonb_agg(t.tag_id) from conversation_tags t where t.conversation_id = ${row}.id), '[]')`
    : `'[]'::jsonb`;
  const band = rules.hasBands
    ? `(select z.patience_band from risks z where z.conversation_id = ${row}.id)`
    : "null";
  return sql.raw(`jsonb_build_object('id', ${row}.id, 'brandId', ${row}.brand_id, 'channelId', ${row}.channel_id,
    'teamId', ${row}.team_id, 'pin', ${row}.pin, 'tagIds', ${tags}, 'band', ${band}, 'status', ${row}.status, 'kind', ${row}.kind,
    'isMerged', ${row}.merged_into_id is not null, 'isFirst', ${row}.first_response_at is null,
    'waitingSince', ${row}.waiting_since, 'cycleStartedAt', ${row}.cycle_started_at, 'pauses', ${row}.pauses,
    'dueAt', ${row}.due_at, 'dueKind', ${row}.due_kind, 'resolveDueAt', ${row}.resolve_due_at)`);
}

/** As they stand in this transaction. */
export async function loadStates(tx: Tx, rules: Rules, ids: readonly string[]): Promise<StoredState[]> {
  const found = await tx.execute<{ state: StoredState }>(sql`
    select ${stateOf("c", rules)} as state from conversations c where c.id = any(${`{${ids.join(",")}}`}::uuid[])`);
  return found.rows.map(({ state }) => state);
}

export function toState(stored: StoredState): State {
  return {
    ...stored,
    waitingSince: stored.waitingSince === null ? null : Date.parse(stored.waitingSince),
    cycleStartedAt: Date.parse(stored.cycleStartedAt),
    pauses: stored.pauses.map((each) => Date.parse(each)),
  };
}
