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
