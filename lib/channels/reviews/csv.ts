/** Names of columns as exports of review sites have them, in small letters without accents. */
const names: { [field: string]: readonly string[] } = {
  id: ["id", "review id", "reference", "numero", "identifiant", "id avis", "id de l avis"],
  rating: ["rating", "stars", "note", "etoiles", "score", "notation"],
  title: ["title", "titre", "subject", "sujet"],
  text: ["text", "review", "comment", "content", "avis", "commentaire", "texte", "message"],
  author: ["author", "name", "customer", "auteur", "nom", "client", "pseudo"],
  date: ["date", "created", "created at", "published", "date de publication", "date de l avis"],
  url: ["url", "link", "lien", "adresse"],
  deleted: ["deleted", "supprime", "removed"],
};

/** The rows of a table of reviews, by what their columns mean; null where no column is an id. */
export function readTable(text: string): Array<{ [field: string]: string | boolean }> | null {
  const [head, ...rows] = readCsv(text.replace(/^\ufeff/, ""));
  const fields = (head ?? []).map((name) => fieldOf(name));
  if (!fields.includes("id")) return null;
  return rows
    .filter((row) => row.some((cell) => cell.trim() !== ""))
    .map((row) => {
      const read: { [field: string]: string | boolean } = {};
      for (const [place, field] of fields.entries()) {
        const cell = row[place]?.trim() ?? "";
        if (field === null || cell === "") continue;
        read[field] =
          field === "deleted"
            ? /^(?:1|true|yes|oui|x)$/i.test(cell)
            : field === "date"
              ? isoDate(cell)
              : cell;
      }
      return read;
    });
}

function fieldOf(name: string): string | null {
  const plain = name
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]+/gu, (run) => (/^\p{M}+$/u.test(run) ? "" : " "))
    .toLowerCase()
    .trim();
  return Object.keys(names).find((field) => names[field]?.includes(plain)) ?? null;
}

/** "14/11/2026" is the day first, as in all of Europe. */
function isoDate(written: string): string {
  const found = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?:\s+(\d{1,2}:\d{2}))?/.exec(written);
  if (!found) return written;
  const [, day = "", month = "", year = "", time] = found;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}${time ? `T${time.padStart(5, "0")}:00Z` : ""}`;
}

/** RFC 4180, with whichever of comma, semicolon and tab the first line has most of. One pass. */
export function readCsv(text: string): string[][] {
  const first = text.slice(0, Math.max(0, text.indexOf("\n")) || text.length);
  const count = (sign: string) => first.split(sign).length;
  const comma = [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at++; ; ) {
        const quote = text.indexOf('"', at);
        cell += text.slice(at, quote === -1 ? text.length : quote);
        at = quote === -1 ? text.length : quote + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at++;
      }
    } else {
      const from = at;
      while (at < text.length && text[at] !== comma && text[at] !== "\n") at++;
      cell = text.slice(from, at);
    }
    row.push(cell.replace(/\r$/, ""));
    while (at < text.length && text[at] !== comma && text[at] !== "\n") at++;
    if (text[at] === "\n" || at >= text.length) {
      rows.push(row);
      row = [];
    }
    at++;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
