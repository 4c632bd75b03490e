import { cleanLine } from "@/lib/text/clean";
import { parseExact } from "@/lib/text/exact-json";
import { readCsv } from "./csv";

/** What a column of an export may mean, in the order in which they are offered. */
export const fields = [
  "id",
  "rating",
  "author",
  "text",
  "title",
  "date",
  "url",
  "answer",
  "answered",
  "deleted",
  "order",
] as const;
export type Field = (typeof fields)[number];

/** Names of columns as exports of review sites have them, in small letters without accents. */
const names: { [field in Field]: readonly string[] } = {
  id: [
    "id",
    "review id",
    "reference",
    "numero",
    "identifiant",
    "id avis",
    "id de l avis",
    "reviewid",
    "uuid",
  ],
  rating: [
    "rating",
    "stars",
    "note",
    "etoiles",
    "score",
    "notation",
    "star rating",
    "starrating",
    "nombre d etoiles",
  ],
  author: [
    ...["author", "name", "customer", "auteur", "nom", "client", "pseudo", "reviewer", "user", "author name"],
    ...[
      "nom du client",
      "customer name",
      "reviewer name",
      "nom de l auteur",
      "consumer name",
      "reviewer displayname",
    ],
  ],
  text: [
    "text",
    "review",
    "comment",
    "content",
    "avis",
    "commentaire",
    "texte",
    "message",
    "review text",
    "body",
  ],
  order: [
    "order",
    "order number",
    "order id",
    "commande",
    "numero de commande",
    "n de commande",
    "reference id",
  ],
  title: ["title", "titre", "subject", "sujet", "review title", "titre de l avis"],
  date: [
    ...["date", "created", "created at", "published", "date de publication", "date de l avis", "review date"],
    ...["createtime", "publication date", "date created", "depose le", "publie le"],
  ],
  url: ["url", "link", "lien", "adresse", "review url", "permalink", "lien de l avis"],
  answer: [
    ...[
      "answer",
      "reply",
      "response",
      "reponse",
      "company reply",
      "owner response",
      "reponse de l entreprise",
    ],
    ...["your reply", "votre reponse", "notre reponse", "reviewreply comment", "reply text", "answer text"],
  ],
  answered: [
    ...[
      "answered",
      "answer date",
      "reply date",
      "response date",
      "date de reponse",
      "date de la reponse",
      "replied at",
    ],
    "reviewreply updatetime",
  ],
  deleted: ["deleted", "supprime", "removed"],
};

/** An export as it stands: names of the columns, and rows as wide as they came. */
export type Table = { head: string[]; rows: string[][] };

/** What the names of the columns say about them; each meaning once, the first that claims it. */
export function proposeFields(head: readonly string[]): Array<Field | null> {
  const taken = new Set<Field>();
  return head.map((name) => {
    const field = fieldOf(name);
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

function fieldOf(name: string): Field | null {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .toLowerCase()
    .trim();
  return fields.find((field) => names[field].includes(plain)) ?? null;
}

/** A file of any of the usual kinds: JSON, or a table parted by commas, semicolons or tabs. Null for neither. */
export function readFile(bytes: Uint8Array): Table | null {
  const text = decode(bytes);
  return /^\s*[[{]/.test(text) ? ofJson(text) : ofCsv(text);
}

export function ofCsv(text: string): Table | null {
  const [head, ...rows] = readCsv(text.replace(/^\ufeff/, ""));
  // Bytes that are no text at all would make one column of rubbish.
  if (!head || head.every((name) => name.trim() === "") || text.includes("\u0000")) return null;
  return {
    head: head.map((name) => cleanLine(name, 100)),
    rows: rows.filter((row) => row.some((cell) => cell.trim() !== "")),
  };
}

/** A list of objects, or an object that has one: the names of their values are the columns, `author.name` one level down. */
function ofJson(text: string): Table | null {
  const list = listIn(parsed(text));
  if (list === null) return null;
  const flat = list.map((one) => new Map(cellsOf(one)));
  const head = [...new Set(flat.flatMap((cells) => [...cells.keys()]))].slice(0, 100);
  if (head.length === 0) return null;
  return { head, rows: flat.map((cells) => head.map((name) => cells.get(name) ?? "")) };
}

function parsed(text: string): unknown {
  try {
    return parseExact(text.replace(/^\ufeff/, ""));
  } catch {
    return null;
  }
}

function listIn(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value !== "object" || value === null) return null;
  const inside = Object.values(value).find((one) => Array.isArray(one));
  return Array.isArray(inside) ? inside : [value];
}

function cellsOf(value: unknown, above = ""): Array<[string, string]> {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]): Array<[string, string]> => {
    const path = cleanLine(above === "" ? name : `${above}.${name}`, 100);
    if (typeof one === "string" || typeof one === "number" || typeof one === "boolean")
      return [[path, String(one)]];
    return above === "" && !Array.isArray(one) ? cellsOf(one, path) : [];
  });
}

/** UTF-8; where it is none, what spreadsheets in Western Europe write; UTF-16 when its mark stands first. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
