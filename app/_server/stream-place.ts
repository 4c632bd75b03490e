import { cache } from "react";
import { head } from "@/lib/live/tail";

/**
 * The place in the stream of changes that this drawing of the desk stands at, once for layout and page, which are
 * drawn side by side. Await it before reading anything: what happens while the rest is read is then told again, not
 * missed.
 */
export const streamPlace = cache(head);
