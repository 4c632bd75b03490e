import { createHash } from "node:crypto";
import { notePage } from "@/app/_shell/note-page";
import { offlinePage } from "@/app/_shell/offline-page";
import { languages } from "@/db/enums";
import { env } from "@/env";

/** What the service worker needs to know: its version, which changes with the words, and the page without a line. */
export function GET(): Response {
  const pages = Object.fromEntries(languages.map((language) => [language, offlinePage(language)]));
  const notes = languages.map((language) => notePage(language, undefined, ""));
  const version = createHash("sha256")
    .update(JSON.stringify([pages, notes]))
    .digest("hex")
    .slice(0, 12);
  // The development server changes files without changing their names.
  const keepsFiles = env.NODE_ENV === "production";
  return new Response(`self.shell = ${JSON.stringify({ version, pages, keepsFiles })};\n`, {
    headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" },
  });
}
