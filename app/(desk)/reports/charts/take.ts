import { csvCell } from "@/lib/text/csv-cell";
import type { ChartTable } from "./types";

/** A chart's figures as a file: seconds, shares and counts as plain numbers, so that a spreadsheet can go on with them. */
export function takeCsv(name: string, { columns, rows }: ChartTable): void {
  const head = columns.map(({ label, unit }) => (unit === "seconds" ? `${label} (s)` : label));
  const lines = [head, ...rows.map(({ cells }) => columns.map((_, at) => cells[at] ?? ""))].map((cells) =>
    cells
      .map((cell) => csvCell(typeof cell === "number" ? String(Math.round(cell * 1e6) / 1e6) : cell))
      .join(","),
  );
  save(`${name}.csv`, "text/csv;charset=utf-8", `\uFEFF${lines.join("\r\n")}\r\n`);
}

/**
 * The picture as a file that stands alone: every colour as it looks in the light, as sRGB, because drawing programs know
 * neither our variables nor oklch. Several pictures of one chart keep their places.
 */
export function takeSvg(name: string, title: string, box: HTMLElement | null): void {
  const drawn = [...(box?.querySelectorAll<SVGSVGElement>("svg[data-picture]") ?? [])];
  if (!box || drawn.length === 0) return;
  const frame = box.getBoundingClientRect();
  const head = 40;
  const [width, height] = [Math.ceil(frame.width), Math.ceil(frame.height) + head];
  const parts = drawn.map((svg) => {
    const place = svg.getBoundingClientRect();
    const copy = plain(svg);
    copy.setAttribute("x", String(Math.round(place.left - frame.left)));
    copy.setAttribute("y", String(Math.round(place.top - frame.top) + head));
    copy.setAttribute("width", String(Math.round(place.width)));
    copy.setAttribute("height", String(Math.round(place.height)));
    return new XMLSerializer().serializeToString(copy);
  });
  const text = title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  save(
    `${name}.svg`,
    "image/svg+xml",
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Geist, system-ui, sans-serif"><title>${text}</title><rect width="100%" height="100%" fill="#fff"/><text x="0" y="20" font-size="14" font-weight="600" fill="#151e24">${text}</text>${parts.join("")}</svg>`,
  );
}

const painted = ["fill", "stroke"] as const;
const kept = [
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "font-size",
  "font-weight",
  "text-anchor",
  "opacity",
];

function plain(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return svg;
  const before = svg.style.colorScheme;
  svg.style.colorScheme = "light";
  const originals = [svg, ...svg.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  originals.forEach((original, at) => {
    const target = copies[at];
    if (!target) return;
    const style = getComputedStyle(original);
    target.removeAttribute("class");
    target.removeAttribute("style");
    if (target === copy) return;
    for (const name of painted) {
      const value = style.getPropertyValue(name);
      target.setAttribute(name, value.startsWith("url") ? value.replaceAll('"', "'") : sRgb(value));
    }
    for (const name of kept) target.setAttribute(name, style.getPropertyValue(name));
  });
  svg.style.colorScheme = before;
  for (const gone of copy.querySelectorAll("[data-reading]")) gone.remove();
  return copy;
}

function sRgb(color: string): string {
  if (color === "none" || color === "") return "none";
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d");
  if (!context) return color;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return alpha === 0 ? "none" : `rgba(${red},${green},${blue},${Math.round((alpha / 255) * 100) / 100})`;
}

function save(file: string, type: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
