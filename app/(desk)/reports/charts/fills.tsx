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
      <pattern
        id={`${id}closed`}
        width="4.5"
        height="4.5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <line
          x1="0"
          x2="4.5"
          y1="1"
          y2="1"
          className="stroke-line-strong"
          strokeWidth="0.8"
          strokeOpacity="0.75"
        />
      </pattern>
      <pattern
        id={`${id}closedDark`}
        width="4.5"
        height="4.5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <line
          x1="0"
          x2="4.5"
          y1="1"
          y2="1"
          className="stroke-surface"
          strokeWidth="0.8"
          strokeOpacity="0.6"
        />
      </pattern>
    </defs>
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
