import { htmlToText } from "html-to-text";
import { cleanText } from "@/lib/text/clean";

/** The words of what came only as HTML. */
export function plainText(html: string): string {
  const text = htmlToText(html, {
    wordwrap: false,
    limits: { maxDepth: 60, ellipsis: "…" },
    selectors: [{ selector: "img", format: "skip" }],
  });
  return cleanText(text, 200_000).trim();
}
