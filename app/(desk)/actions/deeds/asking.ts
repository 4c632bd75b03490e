import { MessageCircleQuestion } from "lucide-react";
import type { Deed } from "@/app/(desk)/actions/deed";
import { askAbout } from "@/app/(desk)/asks/ask-host";

/** Questions to colleagues and experts. */
export const deedsOfAsking = {
  ask: {
    icon: MessageCircleQuestion,
    may: (me) => me.canNote,
    run: (_, row) => {
      if (row) askAbout(row);
    },
  },
} satisfies Record<string, Deed>;
