import { BellRing, Combine, Eye, Globe, Link2, Scale, ShieldBan, Split, Ungroup } from "lucide-react";
import { api } from "@/app/_client/api";
import { toast } from "@/app/_ui/toast";
import type { Deed, Hands } from "@/app/(desk)/actions/deed";
import { ask, type DialogName } from "@/app/(desk)/triage/ask-desk";
import { selected } from "@/app/(desk)/triage/selection";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { isAlikeKey } from "@/lib/conversations/alike-key";
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
  wentPublic: { icon: Globe, ...opens("wentPublic") },
  privacyRequest: { icon: Scale, ...opens("privacy") },
  notSame: {
    icon: Ungroup,
    may: (me) => me.canTriage,
    isOffered: (row: ListedRow | null) => isAlikeKey(row?.groupKey ?? null),
    run: (_: Hands, row: ListedRow | null) => {
      if (!row) return;
      api("POST /conversations/{id}/unfold", { params: { id: row.id } }).catch((error: unknown) =>
        toast({ tone: "failed", text: wordsOf(error) }),
      );
    },
  },
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
