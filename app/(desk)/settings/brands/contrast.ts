/** How far two colours stand apart: WCAG 2.2 contrast ratio, 1 to 21. Colours are "#rrggbb". */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A brand's square must be seen (WCAG 2.2, 1.4.11). */
export const leastContrast = 3;

/** What the square lies on, by day and by night: the tokens `surface` of globals.css. */
export const grounds = { color: "#ffffff", colorDark: "#141a1d" } as const;
