// How much JavaScript the queue's first view loads, gzipped, from the manifests of the last build.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** 1.35 times what Next, React and Socket.IO weigh by themselves. */
export const budgetKb = 195;

export function queueScripts(build = ".next", page = "(desk)/queue/page") {
  const scope = {};
  const manifest = readFileSync(`${build}/server/app/${page}_client-reference-manifest.js`, "utf8");
  // The file assigns to globalThis; here it gets an object of its own.
  new Function("globalThis", manifest)(scope);
  const entries = Object.values(scope.__RSC_MANIFEST).flatMap(({ entryJSFiles }) =>
    Object.values(entryJSFiles).flat(),
  );
  const { rootMainFiles } = JSON.parse(readFileSync(`${build}/build-manifest.json`, "utf8"));
  const files = [...new Set([...rootMainFiles, ...entries])].map((file) => ({
    file,
    bytes: gzipSync(readFileSync(`${build}/${file}`)).length,
  }));
  const kb = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  return { kb, files: files.sort((a, b) => b.bytes - a.bytes) };
}

if (process.argv[1]?.endsWith("budget.mjs")) {
  const { kb, files } = queueScripts();
  for (const { file, bytes } of files) console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${file}`);
  console.log(`${kb.toFixed(1).padStart(8)} kB of ${budgetKb} kB`);
  process.exitCode = kb <= budgetKb ? 0 : 1;
}
