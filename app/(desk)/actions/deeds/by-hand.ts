import { Link, NotebookPen, Pause } from "lucide-react";
import type { Deed } from "@/app/(desk)/actions/deed";
import { askEntry } from "@/app/(desk)/by-hand/ask-entry";

/** What is typed in: a word in the shop, a call, a post by its link. */
export const deedsOfHand = {
  writeDown: { icon: NotebookPen, may: (me) => me.canNote, run: () => askEntry("note") },
  pasteLink: { icon: Link, may: (me) => me.canNote, run: () => askEntry("link") },
  pauseAll: { icon: Pause, may: (me) => me.canPause, run: () => askEntry("pause") },
} satisfies Record<string, Deed>;
