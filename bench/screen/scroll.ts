import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { build } from "esbuild";
import { env } from "@/env";
import { median } from "../slices";
import { type Row, round } from "../table";
import type { Screen } from "./open";
import { instrument, told } from "./probe";

const frames = 90;

/** Scrolling through the loaded list, against the same virtual list with rows of two bare lines. */
export async function scrollList(
  browser: Browser,
  screen: Screen,
  wanted: number,
  slices: number,
): Promise<Row[]> {
  const loaded = await loadRows(screen.page, wanted);
  const bare = await bareList(browser, loaded);
  try {
    const ours = { page: screen.page, context: screen.context, list: "[role=list]" };
    const theirs = { page: bare.page, context: bare.context, list: "#list" };
    await told(screen.page);
    await told(bare.page);
    const ratios: number[] = [];
    const perFrame: [number[], number[]] = [[], []];
    for (let slice = -1; slice < slices; slice++) {
      const first = slice % 2 === 0;
      const one = await scrolled(first ? ours : theirs);
      const two = await scrolled(first ? theirs : ours);
      if (slice < 0) continue;
      const [product, floor] = first ? [one, two] : [two, one];
      ratios.push(product / floor);
      perFrame[0].push(product / frames);
      perFrame[1].push(floor / frames);
    }
    const { longTasks } = await told(screen.page);
    return [
      {
        path: `scrolling ${loaded} rows, against a bare virtual list`,
        ratio: median(ratios),
        goal: { atMost: 2 },
        detail: `${round(median(perFrame[0]))} ms of work a frame of 400 px; bare rows of two lines ${round(median(perFrame[1]))} ms`,
      },
      {
        path: `scrolling ${loaded} rows: longest task`,
        ratio: Math.max(0, ...longTasks),
        unit: "ms",
        goal: { atMost: 50 },
        detail: `${longTasks.length} tasks over 50 ms`,
      },
    ];
  } finally {
    await bare.close();
  }
}

/** On a slow machine fewer rows are scrolled through: the line says how many. */
const LOADING_MS = 90_000;

async function loadRows(page: Page, wanted: number): Promise<number> {
  await page.keyboard.press("Escape");
  const begun = performance.now();
  while (performance.now() - begun < LOADING_MS) {
    const { height, count } = await page.evaluate(() => {
      const box = document.querySelector("[role=list]")?.parentElement;
      box?.scrollTo(0, box.scrollHeight);
      return { height: box?.scrollHeight ?? 0, count: Math.round((box?.scrollHeight ?? 0) / 60) };
    });
    if (count >= wanted) break;
    await page
      .waitForFunction(
        (before) => (document.querySelector("[role=list]")?.parentElement?.scrollHeight ?? 0) > before,
        height,
        { timeout: 10_000 },
      )
      .catch(() => {
        throw new Error(`the list ends after ${count} rows and asks for no more`);
      });
  }
  return page.evaluate(() =>
    Math.round((document.querySelector("[role=list]")?.parentElement?.scrollHeight ?? 0) / 60),
  );
}

/** Milliseconds of the main thread's work for so many frames of scrolling. */
async function scrolled({
  page,
  context,
  list,
}: {
  page: Page;
  context: BrowserContext;
  list: string;
}): Promise<number> {
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const busy = async () =>
    ((await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration")
      ?.value ?? 0) * 1000;
  await page.bringToFront();
  const before = await busy();
  await page.evaluate(
    ({ selector, count }) =>
      new Promise<void>((done) => {
        const box = document.querySelector(selector)?.parentElement;
        if (box) box.scrollTop = 0;
        let frame = 0;
        requestAnimationFrame(function step() {
          if (box) box.scrollTop += 400;
          frame += 1;
          if (frame < count) requestAnimationFrame(step);
          else done();
        });
      }),
    { selector: list, count: frames },
  );
  const after = await busy();
  await session.detach();
  return after - before;
}

async function bareList(browser: Browser, count: number) {
  const folder = mkdtempSync(join(env.DATA_DIR, "bare-"));
  writeFileSync(
    join(folder, "bare.tsx"),
    `import { createElement as h } from "react";
     import { createRoot } from "react-dom/client";
     import { Virtualizer } from "virtua";
     const rows = Array.from({ length: ${count} }, (_, n) => n);
     createRoot(document.getElementById("root")).render(
       h("div", { style: { height: 780, width: 384, overflow: "auto" } },
         h("div", { id: "list" }, h(Virtualizer, { data: rows, itemSize: 60 }, (n) =>
           h("a", { key: n, href: "#" + n, style: { display: "block", height: 60, font: "13px/20px sans-serif" } },
             h("span", { style: { display: "block" } }, "Person " + n),
             h("span", { style: { display: "block", overflow: "hidden", whiteSpace: "nowrap", textOverflow: "ellipsis" } }, "Bonjour, où est mon colis ? ".repeat(4)))))));`,
  );
  const { outputFiles } = await build({
    entryPoints: [join(folder, "bare.tsx")],
    bundle: true,
    write: false,
    minify: true,
    nodePaths: [join(process.cwd(), "node_modules")],
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>bare</title><div id="root"></div><script>${outputFiles[0]?.text.replaceAll("</script", "<\\/script")}</script>`;
  const server = createServer((_request, response) =>
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html),
  );
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await instrument(page);
  await page.goto(`http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`);
  await page.locator("#list a").first().waitFor();
  return {
    page,
    context,
    async close() {
      await context.close();
      await new Promise((done) => server.close(done));
    },
  };
}
