import { HandHeart, ListChecks } from "lucide-react";
import type { Deed } from "@/app/(desk)/actions/deed";
import { wantPromise } from "@/app/(desk)/promises/want-promise";

/** What is promised to customers. */
export const deedsOfPromising = {
  promise: {
    icon: HandHeart,
    may: (me) => me.canTriage,
    run: (_, row) => {
      if (row) wantPromise(row);
    },
  },
  goPromises: { icon: ListChecks, run: ({ visit }) => visit("/promises") },
} satisfies Record<string, Deed>;
