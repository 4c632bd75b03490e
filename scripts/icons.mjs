// Draws the icons of the app from the logo, a point before a bar: `node scripts/icons.mjs` after changing it.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findChromium } from "./chromium.mjs";

const folder = join(import.meta.dirname, "../public/icons");
const ink = "#151e24";
const paper = "#f3f6f7";
const accent = "#0c6373";
const bright = "#6ec4d1";

/** The mark in a square of 512; `share` of its height is the bar, the rest is air. */
function mark({ share, dot, bar }) {
  const unit = (512 * share) / 16;
  const left = 256 - 5.5 * unit;
  const top = 256 - 8 * unit;
  return `<circle cx="${left + 2.5 * unit}" cy="256" r="${2.5 * unit}" fill="${dot}"/><rect x="${left + 8 * unit}" y="${top}" width="${3 * unit}" height="${16 * unit}" rx="${1.5 * unit}" fill="${bar}"/>`;
}

function svg(inner, style = "") {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><title>Avant</title>${style}${inner}</svg>\n`;
}

const tile = `<rect width="512" height="512" rx="112" fill="${paper}"/>`;
const drawings = {
  // A tab is as dark as the system: the mark stands on nothing and follows.
  "icon.svg": svg(
    mark({ share: 0.86, dot: "var(--dot)", bar: "var(--bar)" }),
    `<style>:root{--dot:${accent};--bar:${ink}}@media(prefers-color-scheme:dark){:root{--dot:${bright};--bar:#e9eeef}}</style>`,
  ),
};
const pictures = {
  "192.png": { size: 192, svg: svg(tile + mark({ share: 0.56, dot: accent, bar: ink })) },
  "512.png": { size: 512, svg: svg(tile + mark({ share: 0.56, dot: accent, bar: ink })) },
  // Any shape may be cut out of it: all that matters lies in the middle 80 %.
  "maskable.png": {
    size: 512,
    svg: svg(
      `<rect width="512" height="512" fill="${paper}"/>${mark({ share: 0.42, dot: accent, bar: ink })}`,
    ),
  },
  "apple.png": {
    size: 180,
    svg: svg(
      `<rect width="512" height="512" fill="${paper}"/>${mark({ share: 0.52, dot: accent, bar: ink })}`,
    ),
  },
  // Android shows its shape only, in one colour.
  "badge.png": { size: 96, svg: svg(mark({ share: 0.8, dot: "#fff", bar: "#fff" })) },
};

mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(drawings)) writeFileSync(join(folder, name), text);

const executablePath = await findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
for (const [name, { size, svg: drawing }] of Object.entries(pictures)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing}`);
  await page.screenshot({ path: join(folder, name), omitBackground: true });
  await page.close();
}
await browser.close();
console.log(`${Object.keys(drawings).length + Object.keys(pictures).length} icons in public/icons`);
