import type { FillLook } from "./types";

/** Patterns of one picture: what tells bars apart must not be their colour alone. `id` is unique on the page. */
export function Fills({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}hatch`}
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect width="5" height="5" className="fill-accent-soft" />
        <line x1="0" x2="5" y1="1" y2="1" className="stroke-accent" strokeWidth="1.5" />
      </pattern>
      <Closed id={`${id}closed`} className="stroke-line-strong" opacity={0.75} />
      <Closed id={`${id}closedDark`} className="stroke-surface" opacity={0.6} />
    </defs>
  );
}

/** Hours in which nobody is there: thin strokes over whatever lies below, light or dark. */
function Closed({ id, className, opacity }: { id: string; className: string; opacity: number }) {
  return (
    <pattern id={id} width="4.5" height="4.5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
      <line x1="0" x2="4.5" y1="1" y2="1" className={className} strokeWidth="0.8" strokeOpacity={opacity} />
    </pattern>
  );
}

export function fillOf(
  look: FillLook,
  id: string,
): { className?: string; fill?: string; strokeWidth?: number } {
  switch (look) {
    case "solid":
      return { className: "fill-accent" };
    case "now":
      return { className: "fill-now" };
    case "pale":
      return { className: "fill-line-strong/55" };
    case "outline":
      return { className: "fill-surface stroke-accent", strokeWidth: 1.25 };
    case "hatch":
      return { fill: `url(#${id}hatch)`, className: "stroke-accent", strokeWidth: 0.75 };
  }
}
