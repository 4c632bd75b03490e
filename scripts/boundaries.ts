import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";

/** One direction that imports must not take. Types may cross: they are gone before anything runs. */
type Boundary = {
  from: RegExp;
  /** Paths of ours, or names of packages. May use $1 of `from`. */
  to: string;
  why: string;
};

const boundaries: Boundary[] = [
  { from: /^env\.ts$/, to: "^(app|db|lib|server|scripts|messages)/", why: "env.ts stands alone" },
  {
    from: /^db\/(?!seed\/)/,
    to: "^(app|lib|server|scripts|e2e|bench)/",
    why: "db knows only env.ts and itself",
  },
  {
    from: /^lib\//,
    to: "^(app|server|scripts|e2e|bench)/|^server.ts$",
    why: "lib is the product, without its edges",
  },
  {
    from: /^lib\//,
    to: "^(next|react|react-dom|socket\\.io|hono|@hono/.*)(/|$)",
    why: "lib knows no framework",
  },
  {
    from: /^lib\/channels\/(?!demo\/)([^/]+)\//,
    to: "^db/(?!enums)|^lib/(?!channels/|text/|errors|id\\.|secrets|sentences|safe-fetch|limits)|^lib/channels/(?!$1/)[^/]+/",
    why: "a channel speaks one protocol; it knows neither the database nor other channels",
  },
  { from: /^app\//, to: "^db/(?!enums)", why: "pages and routes ask lib, never the database" },
  { from: /^app\/(?!api\/)/, to: "^(server|scripts|e2e|bench)/", why: "pages know lib only" },
  { from: /./, to: "\\.test\\.tsx?$|^db/test", why: "what runs must not need the tests" },
];

/** What must never reach a browser, however long the chain of imports. */
const serverOnly = /^(db\/(?!enums)|server\/|env\.ts$|lib\/(log|secrets|files)\.ts$)/;

type Graph = Map<string, string[]>;

/**
 * Every import below `root` that crosses a boundary, every cycle, every client component that pulls the server in,
 * and every reading of process.env outside env.ts: one line each, none when all is well.
 */
export async function findCrossings(root: string): Promise<string[]> {
  const files = sources(root);
  const graph = await readImports(root, files);
  return [
    ...crossings(graph),
    ...cycles(graph),
    ...leaks(root, graph),
    ...files
      .filter((file) => readsEnvironment(root, file))
      .map((file) => `${file} reads process.env: only env.ts may`),
  ].sort();
}

function sources(root: string): string[] {
  const own = readdirSync(root).filter((name) => name.endsWith(".ts"));
  const folders = readdirSync(root).filter((name) => /^(app|db|lib|server)$/.test(name));
  const below = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  const unixPaths = [...own, ...below].map((path) => path.replaceAll("\\", "/"));
  return unixPaths.filter((path) => /\.tsx?$/.test(path)).filter(isProduction);
}

function isProduction(file: string): boolean {
  return !/\.test\.tsx?$|\.config\.ts$|\.d\.ts$|(^|\/)(testing|test|test-[^/]*|fake-[^/]*)\.ts$|fixtures\//.test(
    file,
  );
}

async function readImports(root: string, files: string[]): Promise<Graph> {
  const { metafile } = await build({
    absWorkingDir: root,
    // One entry that needs everything: with an entry for each file esbuild would write each of them a bundle.
    stdin: { contents: files.map((file) => `import "./${file}";`).join("\n"), resolveDir: root },
    outdir: "unused",
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    platform: "node",
    format: "esm",
    jsx: "automatic",
    loader: { ".css": "empty" },
    logLevel: "silent",
  });
  const { "<stdin>": _everything, ...inputs } = metafile.inputs;
  return new Map(
    Object.entries(inputs).map(([file, { imports }]) => [file, imports.map(({ path }) => path)]),
  );
}

function crossings(graph: Graph): string[] {
  return [...graph].flatMap(([file, imports]) =>
    boundaries.flatMap(({ from, to, why }) => {
      const found = from.exec(file);
      if (found === null) return [];
      const forbidden = new RegExp(to.replace("$1", found[1] ?? ""));
      return imports.filter((path) => forbidden.test(path)).map((path) => `${file} imports ${path}: ${why}`);
    }),
  );
}

function cycles(graph: Graph): string[] {
  const state = new Map<string, "open" | "done">();
  const found: string[] = [];
  function visit(file: string, path: string[]): void {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      found.push(`a circle of imports: ${[...path.slice(path.indexOf(file)), file].join(" → ")}`);
      return;
    }
    state.set(file, "open");
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    state.set(file, "done");
  }
  for (const file of graph.keys()) visit(file, []);
  return found;
}

function leaks(root: string, graph: Graph): string[] {
  const isNode = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
  return [...graph.keys()]
    .filter((file) => isClient(root, file))
    .flatMap((start) => {
      const cameFrom = new Map([[start, ""]]);
      const queue = [start];
      for (const file of queue) {
        for (const next of graph.get(file) ?? []) {
          if (cameFrom.has(next)) continue;
          cameFrom.set(next, file);
          if (serverOnly.test(next) || isNode.has(next))
            return [`${start} runs in browsers but needs ${chain(next, cameFrom)}`];
          queue.push(next);
        }
      }
      return [];
    });
}

function chain(end: string, cameFrom: Map<string, string>): string {
  const before = cameFrom.get(end);
  return before ? `${end}, through ${before}` : end;
}

function isClient(root: string, file: string): boolean {
  return file.startsWith("app/") && /^["']use client["']/.test(readFileSync(join(root, file), "utf8"));
}

function readsEnvironment(root: string, file: string): boolean {
  return file !== "env.ts" && /process\.env\b/.test(readFileSync(join(root, file), "utf8"));
}
