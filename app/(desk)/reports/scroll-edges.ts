import type { CSSProperties } from "react";

const cover = (side: string) =>
  `linear-gradient(var(--surface), var(--surface)) ${side} / 1.5rem 100% no-repeat local`;
const shade = (side: "left" | "right") =>
  `linear-gradient(to ${side === "left" ? "right" : "left"}, color-mix(in srgb, var(--ink) 22%, transparent), transparent) ${side} / 0.75rem 100% no-repeat scroll`;

/**
 * For what scrolls sideways on `surface`: an edge with more behind it is shaded. The shades stay where they are, the
 * covers above them move along with what is scrolled, and lie over a shade where the end is reached.
 */
export const scrollEdges: CSSProperties = {
  background: `${cover("left")}, ${cover("right")}, ${shade("left")}, ${shade("right")}, var(--surface)`,
};
