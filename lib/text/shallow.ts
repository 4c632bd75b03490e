const voids = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));

/**
 * HTML in which no more than `deepest` elements are open at once; tags beyond that are left out, their words stay.
 * Parsers look through all open elements again and again: 60,000 nested table cells in a mail of 1 MB kept one busy
 * for eleven seconds. Counts too much where closing tags are missing, never too little, in one pass.
 */
export function shallow(html: string, deepest: number): string {
  const open = new Map<string, number>();
  const leftOut = new Map<string, number>();
  const kept: string[] = [];
  let depth = 0;
  let from = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][^\s/>]{0,50})/gi)) {
    const name = (match[2] ?? "").toLowerCase();
    // Inside a tag that was left out, or a tag without meaning for the depth.
    if (match.index < from || voids.has(name)) continue;
    const isLeftOut = match[1] === "/" ? closes(name) : !opens(name);
    if (!isLeftOut) continue;
    const end = html.indexOf(">", match.index);
    kept.push(html.slice(from, match.index));
    from = end === -1 ? html.length : end + 1;
  }
  return from === 0 ? html : kept.join("") + html.slice(from);

  function opens(name: string): boolean {
    if (depth >= deepest) {
      leftOut.set(name, (leftOut.get(name) ?? 0) + 1);
      return false;
    }
    depth += 1;
    open.set(name, (open.get(name) ?? 0) + 1);
    return true;
  }

  /** True when the closing tag belongs to an opening one that was left out. */
  function closes(name: string): boolean {
    const out = leftOut.get(name) ?? 0;
    if (out > 0) {
      leftOut.set(name, out - 1);
      return true;
    }
    const count = open.get(name) ?? 0;
    if (count > 0) {
      open.set(name, count - 1);
      depth -= 1;
    }
    return false;
  }
}
