import type { Language } from "@/db/enums";
import type { Json } from "@/lib/channels/channel";
import { sentence } from "@/lib/sentences";
import { decimalsOf } from "@/lib/signals/sources/shapes";
import { type Form, readableFields } from "./readable-fields";

type Row = { [column: string]: Json };

/** Who reads, and by which clock (IANA). */
export type Reader = { language: Language; zone: string };

/** One page without scripts or addresses, so that it is the same in ten years. */
export function htmlHead({ language, zone }: Reader, name: string): string {
  const title = sentence(language, "privacy.export.title", { name }) ?? name;
  const note = sentence(language, "privacy.export.note") ?? "";
  const how = sentence(language, "privacy.export.how", { zone }) ?? "";
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.15rem 1rem;border-top:1px solid #ccc;padding-top:.5rem}
dt{color:#555}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}@media(max-width:30rem){dl{display:block}}
</style></head><body><h1>${escaped(title)}</h1><p>${escaped(note)}</p><p>${escaped(how)}</p>`;
}

/** What is held of one kind, in words; empty where there is nothing that a person could read. */
export function htmlSection(reader: Reader, table: string, rows: readonly Row[]): string {
  const lists = rows.map((row) => listOf(reader, table, row)).filter((list) => list !== "");
  if (lists.length === 0) return "";
  const title = said(reader, `privacy.held.${table}`) ?? table;
  const meaning = said(reader, `privacy.export.meaning.${table}`);
  return `<h2>${escaped(title)} (${lists.length})</h2>${meaning === null ? "" : `<p>${escaped(meaning)}</p>`}${lists.join("")}`;
}

export function htmlFoot(): string {
  return "</body></html>\n";
}

function listOf(reader: Reader, table: string, row: Row): string {
  const lines = (readableFields[table] ?? []).map(([column, form]) => {
    const text = inWords(reader, row, { column, form });
    const label =
      said(reader, `privacy.export.columns.${table}_${column}`) ??
      said(reader, `privacy.export.columns.${column}`) ??
      column;
    return text === "" ? "" : `<dt>${escaped(label)}</dt><dd>${escaped(text)}</dd>`;
  });
  const shown = lines.join("");
  return shown === "" ? "" : `<dl>${shown}</dl>`;
}

function inWords(reader: Reader, row: Row, { column, form }: { column: string; form: Form }): string {
  const value = row[column];
  if (value === null || value === undefined || value === "") return "";
  if (typeof form === "object") return codeInWords(reader, form.codes, String(value));
  switch (form) {
    case "text":
      return typeof value === "object" ? "" : String(value);
    case "when":
      return momentInWords(reader, String(value));
    case "yes":
      return said(reader, `privacy.export.${value === true ? "yes" : "no"}`) ?? "";
    case "money":
      return moneyInWords(reader, value, row.currency);
    case "facts":
      return factsInWords(reader, value);
    case "list":
      return Array.isArray(value) ? value.map(String).join(", ") : "";
    case "language":
      return languageInWords(reader, String(value));
    case "scores":
      return scoresInWords(reader, value);
  }
}

/** A code that nobody gave words yet is told by what it is about, and never as a code. */
function codeInWords(reader: Reader, under: string, code: string): string {
  return (
    said(reader, `${under}.${code.replace(".", "_")}`) ??
    said(reader, `${under}.${code.split(".")[0]}`) ??
    said(reader, `${under}.other`) ??
    code
  );
}

function momentInWords({ language, zone }: Reader, text: string): string {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) return "";
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", timeZone: zone }).format(
    at,
  );
}

function moneyInWords({ language }: Reader, minor: Json, currency: Json | undefined): string {
  const amount = Number(minor);
  if (!Number.isFinite(amount) || typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency)) return "";
  return new Intl.NumberFormat(language, { style: "currency", currency }).format(
    amount / 10 ** decimalsOf(currency),
  );
}

function languageInWords({ language }: Reader, code: string): string {
  if (!/^[a-z]{2,3}(-[a-z]{2,4})?$/i.test(code)) return code;
  return new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code;
}

/** "Orders: 6; Last order: 2 November 2026; Spent: €29.90". */
function factsInWords(reader: Reader, value: Json): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "";
  const amounts = value.spentIn;
  const spentIn: { [currency: string]: Json } =
    typeof amounts === "object" && amounts !== null && !Array.isArray(amounts)
      ? amounts
      : typeof value.currency === "string" && value.spent !== undefined
        ? { [value.currency]: value.spent }
        : {};
  const spent = Object.entries(spentIn)
    .map(([currency, amount]) => moneyInWords(reader, Number(amount) * 10 ** decimalsOf(currency), currency))
    .join(" + ");
  const lines = Object.entries(value).flatMap(([name, fact]) => {
    if (name === "spent" || name === "spentIn" || name === "currency") return [];
    if (typeof fact !== "string" && typeof fact !== "number" && typeof fact !== "boolean") return [];
    const label =
      said(reader, `context.facts.${name}`) ?? said(reader, `privacy.export.columns.${name}`) ?? name;
    return [`${label}: ${factInWords(reader, name, fact)}`];
  });
  const amountLabel = said(reader, "context.facts.spent") ?? "spent";
  return [...(spent === "" ? [] : [`${amountLabel}: ${spent}`]), ...lines].join("\n");
}

function factInWords(reader: Reader, name: string, fact: string | number | boolean): string {
  if (typeof fact === "number") return new Intl.NumberFormat(reader.language).format(fact);
  if (typeof fact === "boolean") return said(reader, `privacy.export.${fact ? "yes" : "no"}`) ?? "";
  if (name === "segment") return said(reader, `signalLine.segments.${fact}`) ?? fact;
  if (!/^\d{4}-\d\d-\d\d$/.test(fact)) return fact;
  return new Intl.DateTimeFormat(reader.language, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${fact}T12:00:00Z`),
  );
}

/** "complaint: 0.82; thanks: 0.4", the strongest first; what the numbers mean stands above the list. */
function scoresInWords(reader: Reader, value: Json): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "";
  const number = new Intl.NumberFormat(reader.language, { maximumFractionDigits: 2 });
  return Object.entries(value)
    .flatMap(([family, score]) => (typeof score === "number" && score !== 0 ? [{ family, score }] : []))
    .sort((a, b) => b.score - a.score)
    .map(
      ({ family, score }) => `${said(reader, `cues.families.${family}`) ?? family}: ${number.format(score)}`,
    )
    .join("; ");
}

/** Sentences without anything to fill in, kept: a page of thousands of lines asks for the same few. */
const kept = new Map<string, string>();

function said({ language }: Reader, key: string): string | null {
  const at = `${language} ${key}`;
  const known = kept.get(at);
  if (known !== undefined) return known;
  const found = sentence(language, key);
  if (found !== null) kept.set(at, found);
  return found;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
