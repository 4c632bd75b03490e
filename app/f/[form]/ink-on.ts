/** Black or white, whichever can be read on this colour (WCAG 2.2 relative luminance). `color` is "#rrggbb". */
export function inkOn(color: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // Where white and black are equally far away: (1.05 / (L + .05)) = ((L + .05) / .05).
  return luminance > 0.179 ? "#000000" : "#ffffff";
}
