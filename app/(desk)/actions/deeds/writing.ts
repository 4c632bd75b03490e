import { ArrowLeftRight, Forward, Reply, StickyNote, Zap } from "lucide-react";
import type { Deed } from "@/app/(desk)/actions/deed";
import { wantToWrite } from "@/app/(desk)/composer/writing-intent";

/** What is written: the composer of the open conversation takes it from here. */
export const deedsOfWriting = {
  reply: { icon: Reply, may: (me) => me.canReply, run: () => wantToWrite("reply") },
  publicPrivate: { icon: ArrowLeftRight, may: (me) => me.canReply, run: () => wantToWrite("swap") },
  forward: {
    icon: Forward,
    may: (me) => me.canReply,
    run({ go }, row) {
      if (row) go({ open: row.number });
      wantToWrite("forward");
    },
  },
  macro: {
    icon: Zap,
    may: (me) => me.canTriage,
    run({ go }, row) {
      if (row) go({ open: row.number });
      wantToWrite("macro");
    },
  },
  note: { icon: StickyNote, may: (me) => me.canNote, run: () => wantToWrite("note") },
} satisfies Record<string, Deed>;
