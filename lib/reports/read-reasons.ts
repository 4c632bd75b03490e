import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { uuids } from "@/db/uuids";
import type { Actor } from "@/lib/access";
import { resolvedOn } from "./figure";
import { scopeOf } from "./scope";
import type { Slice } from "./slice";

export type ReasonCount = {
  id: string;
  names: { [language: string]: string };
  /** Resolved in the slice and said to be about this, or about something below it. */
  n: number;
  below: Array<{ id: string; names: { [language: string]: string }; n: number }>;
};

/**
 * What customers wrote about: of the conversations that were resolved on the days of the slice and are resolved still, the
 * most frequent first. `unsaid` have no reason; they are in no share, and stand beside them.
 */
export async function readReasons(
  actor: Actor,
  { slice }: { slice: Slice },
): Promise<{ themes: ReasonCount[]; said: number; unsaid: number }> {
  // Nothing here is somebody's own: asking for one's own figures must not open brands that one may not see.
  const scope = await scopeOf(actor, { ...slice, agentId: null });
  const { channelId, teamId, tagId } = slice;
  const asked = [
    resolvedOn(slice, scope.zone),
    ...(scope.isAll ? [] : [sql`c.brand_id = any(${uuids(scope.brandIds)})`]),
    ...(channelId === null ? [] : [sql`c.channel_id = ${channelId}::uuid`]),
    ...(teamId === null ? [] : [sql`c.team_id = ${teamId}::uuid`]),
    ...(tagId === null
      ? []
      : [
          sql`exists (select 1 from conversation_tags g where g.conversation_id = c.id and g.tag_id = ${tagId}::uuid)`,
        ]),
  ];
  const found = await db.execute<{
    id: string | null;
    names: { [language: string]: string } | null;
    themeId: string | null;
    themeNames: { [language: string]: string } | null;
    n: number;
  }>(sql`
    select r.id, r.names, coalesce(p.id, r.id) as "themeId", coalesce(p.names, r.names) as "themeNames", x.n from (
      select c.contact_reason_id as id, count(*)::int as n from conversations c
      where ${sql.join(asked, sql` and `)}
      group by 1) x
    left join contact_reasons r on r.id = x.id left join contact_reasons p on p.id = r.parent_id order by x.n desc`);
  const themes = new Map<string, ReasonCount>();
  let unsaid = 0;
  for (const { id, names, themeId, themeNames, n } of found.rows) {
    if (id === null || names === null || themeId === null || themeNames === null) {
      unsaid += n;
      continue;
    }
    const theme = themes.get(themeId) ?? { id: themeId, names: themeNames, n: 0, below: [] };
    theme.n += n;
    if (themeId !== id) theme.below.push({ id, names, n });
    themes.set(themeId, theme);
  }
  const sorted = [...themes.values()].sort((a, b) => b.n - a.n);
  return { themes: sorted, said: sorted.reduce((sum, { n }) => sum + n, 0), unsaid };
}
