/** Where the name of a marked day stands: on the upper or the lower line, before or behind its place. */
export type MarkName = { text: string; line: 0 | 1; anchor: "start" | "end" };

/**
 * The names of marked days on two lines above a chart, `letter` pixels a letter, in the order of their places `x`
 * (pixels) between 0 and `width`. Where they would run into each other, or out of the picture, all of them become
 * numbers, which `legend` explains below.
 */
export function markLines(
  marks: ReadonlyArray<{ x: number; name: string }>,
  { width, letter }: { width: number; letter: number },
): { names: MarkName[]; legend: string[] } {
  const named = laid(
    marks.map(({ x, name }) => ({ x, text: name })),
    { width, letter },
  );
  if (named) return { names: named, legend: [] };
  const numbers = marks.map(({ x }, at) => ({ x, text: String(at + 1) }));
  return {
    names:
      laid(numbers, { width, letter }) ?? numbers.map(({ text }) => ({ text, line: 0, anchor: "start" })),
    legend: marks.map(({ name }, at) => `${at + 1} ${name}`),
  };
}

const gap = 8;

function laid(
  marks: ReadonlyArray<{ x: number; text: string }>,
  { width, letter }: { width: number; letter: number },
): MarkName[] | null {
  const ends: [number, number] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const names: MarkName[] = [];
  for (const { x, text } of marks) {
    const long = text.length * letter;
    const place = [
      { line: 0, anchor: "start", from: x } as const,
      { line: 1, anchor: "start", from: x } as const,
      { line: 0, anchor: "end", from: x - long } as const,
      { line: 1, anchor: "end", from: x - long } as const,
    ].find(({ line, from }) => from >= Math.max(0, ends[line] + gap) && from + long <= width);
    if (!place) return null;
    ends[place.line] = place.from + long;
    names.push({ text, line: place.line, anchor: place.anchor });
  }
  return names;
}
