import type { ListedRow } from "@/lib/conversations/types";

/** What the words in the filter are compared with. */
export type Known = {
  me: { id: string };
  agents: ReadonlyArray<{ id: string; name: string }>;
  teams: ReadonlyArray<{ id: string; name: string }>;
};

/**
 * The rows that a filter leaves, such as `tag:refund assignee:me "order 48213"` or `#1042`. Terms are joined by
 * "and"; words without a colon are looked for in name, subject, first words and tags.
 */
export function narrow(rows: readonly ListedRow[], filter: string, known: Known): readonly ListedRow[] {
  const terms = parseTerms(filter);
  return terms.length === 0 ? rows : rows.filter((row) => terms.every((term) => fits(row, term, known)));
}

type Term = { field: string | null; value: string };

export function parseTerms(filter: string): Term[] {
  return [...filter.matchAll(/(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gi)].map(([, field, quoted, bare]) => ({
    field: field?.toLowerCase() ?? null,
    value: plain(quoted ?? bare ?? ""),
  }));
}

function fits(row: ListedRow, { field, value }: Term, { me, agents, teams }: Known): boolean {
  switch (field) {
    case "is":
      if (value === "unassigned") return row.assigneeId === null;
      if (value === "public") return row.isPublic;
      if (value === "unread") return row.readAt === null;
      return row.status === value;
    case "tag":
      return row.tags.some((tag) => plain(tag) === value);
    case "channel":
      return row.channelKind === value;
    case "assignee":
      if (value === "me") return row.assigneeId === me.id;
      if (value === "none" || value === "nobody") return row.assigneeId === null;
      return nameOf(agents, row.assigneeId).includes(value);
    case "team":
      return nameOf(teams, row.teamId).includes(value);
    case "from":
      return plain(row.customerName).includes(value);
    default:
      if (/^#\d+$/.test(value)) return `#${row.number}` === value;
      return [row.customerName, row.subject ?? "", row.excerpt, ...row.tags].some((text) =>
        plain(text).includes(value),
      );
  }
}

function nameOf(list: Known["agents"], id: string | null): string {
  return plain(list.find((one) => one.id === id)?.name ?? "");
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
