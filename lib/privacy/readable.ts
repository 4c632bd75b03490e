import type { Language } from "@/db/enums";
import type { Json } from "@/lib/channels/channel";
import { sentence } from "@/lib/sentences";

type Row = { [column: string]: Json };

/** One page without scripts or addresses, so that it is the same in ten years. */
export function htmlHead(language: Language, name: string): string {
  const title = sentence(language, "privacy.export.title", { name }) ?? name;
  const note = sentence(language, "privacy.export.note") ?? "";
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.15rem 1rem;border-top:1px solid #ccc;padding-top:.5rem}
dt{color:#555}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}@media(max-width:30rem){dl{display:block}}
</style></head><body><h1>${escaped(title)}</h1><p>${escaped(note)}</p>`;
}

export function htmlSection(language: Language, table: string, rows: readonly Row[]): string {
  const title = sentence(language, `privacy.held.${table}`) ?? table;
  const lists = rows.map((row) => `<dl>${Object.entries(row).map(line).join("")}</dl>`);
  return `<h2>${escaped(title)} (${rows.length})</h2>${lists.join("")}`;
}

export function htmlFoot(): string {
  return "</body></html>\n";
}

function line([name, value]: [string, Json]): string {
  if (value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0))
    return "";
  const text = typeof value === "object" ? JSON.stringify(value, null, 1) : String(value);
  return `<dt>${escaped(name.replaceAll("_", " "))}</dt><dd>${escaped(text)}</dd>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
