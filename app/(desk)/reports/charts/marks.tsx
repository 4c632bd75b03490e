import { type MarkName, markLines } from "./mark-lines";

/** A marked day: its place on the axis, and what happened. */
export type Mark = { at: number; name: string };

/** Marked days as thin lines with their names above; the last one may stand on a second line. */
export function Marks({
  marks,
  names,
  xOf,
  height,
}: {
  marks: readonly Mark[];
  names: readonly MarkName[];
  xOf(at: number): number;
  height: number;
}) {
  return marks.map((mark, index) => {
    const name = names[index];
    const lower = name?.line === 1 ? 14 : 0;
    return (
      <g key={`${mark.at} ${mark.name}`}>
        <line
          x1={xOf(mark.at)}
          x2={xOf(mark.at)}
          y1={16 + lower}
          y2={height}
          className="stroke-line-strong"
          strokeDasharray="2 3"
        />
        <text x={xOf(mark.at)} y={11 + lower} textAnchor={name?.anchor} className="fill-ink-2">
          {name?.text}
        </text>
      </g>
    );
  });
}

/** What the numbers stand for where the names had no room. */
export function MarkLegend({ legend }: { legend: readonly string[] }) {
  return legend.length === 0 ? null : (
    <ul className="flex flex-wrap gap-x-4 pt-1 text-ink-2 type-meta">
      {legend.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

/** Where each name goes, and so much room as they need above. */
export function marked(marks: readonly Mark[], { xOf, width }: { xOf(at: number): number; width: number }) {
  return markLines(
    marks.map(({ at, name }) => ({ x: xOf(at), name })),
    { width, letter: 6.2 },
  );
}

export function roomFor(marks: readonly Mark[]): number {
  return marks.length > 1 ? 36 : marks.length > 0 ? 22 : 8;
}
