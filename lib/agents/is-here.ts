import { type SQL, sql } from "drizzle-orm";
import { agents } from "@/db/schema/agents";

/** Neither deactivated nor past the end of their account. */
export function isHere(): SQL {
  return sql`(${agents.deactivatedAt} is null and (${agents.endsAt} is null or ${agents.endsAt} > now()))`;
}
