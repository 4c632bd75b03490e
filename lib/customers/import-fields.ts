import type { Cells, Read, Reading } from "@/lib/imports/sort";
import { addressOf, type Key, phoneOf } from "@/lib/signals/keys-of";
import { cleanLine, cleanText } from "@/lib/text/clean";
import { isRoleAddress } from "./proof";

/** One customer of a file. */
export type CustomerRow = {
  keys: Key[];
  name: string | null;
  city: string | null;
  language: string | null;
  tags: string[];
  note: string | null;
  /** By the heading of their column. */
  facts: { [name: string]: string };
};

const factFields = ["fact1", "fact2", "fact3", "fact4"] as const;

/** What a column of a file of customers can be, with the names that shops and programs give it. */
export const customerFields: Readonly<Record<string, readonly string[]>> = {
  name: ["name", "full name", "customer name", "nom complet", "nom du client", "nom client", "nom"],
  email: ["email", "e mail", "mail", "email address", "adresse email", "adresse e mail", "courriel"],
  phone: ["phone", "telephone", "tel", "mobile", "portable", "phone number"],
  customerNumber: [
    "customer number",
    "customer id",
    "numero client",
    "n client",
    "no client",
    "code client",
    "id client",
  ],
  city: ["city", "town", "ville", "localite"],
  language: ["language", "langue", "locale"],
  tags: ["tags", "tag", "labels", "etiquettes", "groupes"],
  note: ["note", "notes", "comment", "commentaire", "remarque"],
  fact1: [],
  fact2: [],
  fact3: [],
  fact4: [],
};

/** A code for what has still to be said before a file of customers can be read. */
export function missingOf(mapping: { [field: string]: string }): string | null {
  return mapping.email || mapping.phone || mapping.customerNumber ? null : "whom";
}

/** Reads rows of one file. Several addresses, numbers or tags of one cell are parted by semicolons, as our export does. */
export function customerReader(
  _reading: Reading,
  mapping: { [field: string]: string },
): (cells: Cells) => Read<CustomerRow> {
  const factNames = factFields.map((field) => [field, cleanLine(mapping[field] ?? "", 60)] as const);
  return (cells): Read<CustomerRow> => {
    const keys: Key[] = [];
    const number = cleanLine(bare(cells.customerNumber), 100);
    if (number) keys.push({ kind: "customer_number", value: number, display: number, isShared: false });
    for (const display of parts(cells.email)) {
      const value = addressOf(display);
      if (value === null) return { code: "email", params: { value: display.slice(0, 40) } };
      keys.push({ kind: "email", value, display, isShared: isRoleAddress(value) });
    }
    for (const display of parts(cells.phone)) {
      const value = phoneOf(display);
      if (value === null) return { code: "phone", params: { value: display.slice(0, 40) } };
      keys.push({ kind: "phone", value, display, isShared: false });
    }
    if (keys.length === 0) return { code: "nobody", params: {} };
    return {
      row: {
        keys,
        name: cleanLine(bare(cells.name), 200) || null,
        city: cleanLine(bare(cells.city), 100) || null,
        language: /^([a-z]{2})([-_].*)?$/i.exec(cells.language ?? "")?.[1]?.toLowerCase() ?? null,
        tags: [...new Set(parts(cells.tags).map((tag) => tag.slice(0, 40).toLowerCase()))].slice(0, 30),
        note: cleanText(bare(cells.note), 5_000) || null,
        facts: Object.fromEntries(
          factNames.flatMap(([field, name]) => {
            const value = cleanLine(bare(cells[field]), 500);
            return name && value ? [[name, value]] : [];
          }),
        ),
      },
    };
  };
}

function parts(cell: string | undefined): string[] {
  return (cell ?? "")
    .split(/[;\n]/)
    .map((part) => cleanLine(bare(part.trim()), 254))
    .filter(Boolean)
    .slice(0, 30);
}

/** Without the apostrophe that an export puts before what looks like a formula. */
function bare(cell: string | undefined): string {
  return (cell ?? "").replace(/^'(?=[=+\-@])/, "");
}
