import { BellRing, Combine, Eye, Link2, ShieldBan, Split } from "lucide-react";
import type { Deed, Hands } from "@/app/(desk)/actions/deed";
import { ask, type DialogName } from "@/app/(desk)/triage/ask-desk";
import { selected } from "@/app/(desk)/triage/selection";
import type { ListedRow } from "@/lib/conversations/types";

/** A conversation beside others, and who may see it, hears of it, or gets in. */
export const deedsOfBeside = {
  merge: {
    icon: Combine,
    ...opens("merge"),
    runOnAll: () => {
      if (selected().rows.size > 1) ask("bulk", { do: "merge" });
    },
  },
  link: { icon: Link2, ...opens("link") },
  split: { icon: Split, ...opens("split") },
  block: { icon: ShieldBan, ...opens("block") },
  restrict: {
    icon: Eye,
    may: (me) => me.role === "manager" || me.role === "admin" || me.role === "owner",
    run: (_: Hands, row: ListedRow | null) => {
      if (row) ask("dialog", { name: "restrict", row });
    },
  },
  follow: {
    icon: BellRing,
    run: ({ triage }: Hands, row: ListedRow | null) => {
      if (row) triage.follow(row);
    },
  },
} satisfies Record<string, Deed>;

function opens(name: DialogName) {
  return {
    may: (me: Hands["desk"]["me"]) => me.canTriage,
    run: (_: Hands, row: ListedRow | null) => {
      if (row) ask("dialog", { name, row });
    },
  };
}
