import { createRequire } from "node:module";
import { join } from "node:path";

const known = ["en", "fr", "de", "es", "it", "nl"];

/**
 * The language of a text as ISO 639-1, one of en, fr, de, es, it, nl; null when there is too little to tell.
 * Restricted to these six because over all its languages tinyld guesses wrong on short messages.
 */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, 2000).replace(/\S*[@/]\S*/g, " ");
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 12) return null;
  const found = detector().detect(sample, { only: known });
  return known.includes(found) ? found : null;
}

let loaded: typeof import("tinyld") | undefined;

/** Loaded when the first text comes: its tables take 0.3 s, which every start of the server would wait for. */
function detector(): typeof import("tinyld") {
  const library: typeof import("tinyld") =
    loaded ?? createRequire(join(process.cwd(), "package.json"))("tinyld");
  loaded = library;
  return library;
}
