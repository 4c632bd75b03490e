/** One row of a table: its cells, or why it has none. `line` is that of the file, the first being 1. */
export type CsvRow =
  | { line: number; cells: string[]; fault: null }
  | { line: number; cells: null; fault: "long" };

/** A row longer than this holds a quote that was never closed, or no table at all. */
const longestRow = 256 * 1024;

/**
 * The rows of a table (RFC 4180) as it arrives, some at a time; empty lines are left out. A quote counts only at the
 * beginning of a cell. A row without end is given up after 256 kB and reading goes on at the next line, so that one
 * forgotten quote does not swallow the file.
 */
export async function* readCsv(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRow[]> {
  let kept = "";
  let line = 1;
  for await (const chunk of text) {
    kept += chunk;
    const read = rowsOf(kept, delimiter, line, false);
    kept = kept.slice(read.end);
    line = read.line;
    if (read.rows.length > 0) yield read.rows;
  }
  const last = rowsOf(kept, delimiter, line, true);
  if (last.rows.length > 0) yield last.rows;
}

function rowsOf(text: string, delimiter: string, from: number, isLast: boolean) {
  const rows: CsvRow[] = [];
  let at = 0;
  let line = from;
  while (at < text.length) {
    const row = rowAt(text, at, delimiter, isLast);
    if (row === null && !isLast && text.length - at <= longestRow) break;
    if (row === null || row.end - at > longestRow) {
      rows.push({ line, cells: null, fault: "long" });
      const next = text.indexOf("\n", at);
      at = next === -1 ? text.length : next + 1;
      line++;
      continue;
    }
    if (row.cells.some((cell) => cell !== "")) rows.push({ line, cells: row.cells, fault: null });
    line += row.lines;
    at = row.end;
  }
  return { rows, end: at, line };
}

type Row = { cells: string[]; end: number; lines: number };

/** Null where the row does not end in this text. */
function rowAt(text: string, from: number, delimiter: string, isLast: boolean): Row | null {
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  for (;;) {
    if (text[at] === '"') {
      const quoted = quotedAt(text, at + 1, isLast);
      if (quoted === null) return null;
      cells.push(quoted.cell);
      lines += quoted.lines;
      at = quoted.end;
      // What stands behind a closed quote belongs to nothing.
      while (at < text.length && text[at] !== delimiter && text[at] !== "\n") at++;
    } else {
      const start = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== "\n") at++;
      cells.push(
        text.slice(start, text[at - 1] === "\r" && text[at] !== delimiter && at > start ? at - 1 : at),
      );
    }
    if (at >= text.length) return isLast ? { cells, end: at, lines } : null;
    if (text[at] === "\n") return { cells, end: at + 1, lines };
    at++;
  }
}

function quotedAt(
  text: string,
  from: number,
  isLast: boolean,
): { cell: string; end: number; lines: number } | null {
  let cell = "";
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1 || (quote === text.length - 1 && !isLast)) return null;
    cell += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    cell += '"';
    at++;
  }
  return { cell, end: at, lines: cell.split("\n").length - 1 };
}
