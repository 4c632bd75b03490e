import { type Role, roles } from "@/db/enums";
import type { Actor } from "@/lib/access";

/** Whether somebody may hand out a role: their own and the ones below it. */
export function mayGive(actor: Actor, role: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(actor.role);
}
