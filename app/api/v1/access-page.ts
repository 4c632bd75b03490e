import { roles } from "@/db/enums";
import { actions, allowed } from "@/lib/access";
import type { AnyRoute } from "./route-line";

/** docs/access.md: the access matrix for people, made from the table of roles and the list of routes. */
export function accessPage(nouns: Record<string, readonly AnyRoute[]>): string {
  return `${[
    "# Who may do what",
    "",
    "Made from `lib/access.ts` and the routes in `app/api/v1`; a test compares. A role allows an action; which",
    "conversations it reaches is decided by teams and brands (`visible` in `lib/access.ts`): those of one's own",
    "teams, and those without a team whose brand is granted to one of them. Owners and administrators see all,",
    "except what is restricted to others. What somebody cannot see answers like what does not exist.",
    "",
    "## Roles",
    "",
    row(["Action", ...roles]),
    row(["---", ...roles.map(() => ":-:")]),
    ...actions.map((action) =>
      row([`\`${action}\``, ...roles.map((role) => (allowed[role].has(action) ? "●" : ""))]),
    ),
    "",
    "## Routes",
    ...Object.entries(nouns).flatMap(([noun, routes]) => [
      "",
      `### ${noun}`,
      "",
      row(["Route", "Needs", "What it does"]),
      row(["---", "---", "---"]),
      ...routes.map(({ key, permission, summary }) => row([`\`${key}\``, needs(permission), summary])),
    ]),
  ].join("\n")}\n`;
}

function needs(permission: AnyRoute["permission"]): string {
  if (permission === "anybody") return "nothing";
  return permission === "signed_in" ? "a sign-in" : `\`${permission}\``;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
