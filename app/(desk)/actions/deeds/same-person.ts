import { ContactRound, UserRoundCheck, UserRoundX } from "lucide-react";
import type { Deed, Hands } from "@/app/(desk)/actions/deed";
import type { ListedRow } from "@/lib/conversations/types";

/** The suggestion in the context panel, answered by one key. */
export const deedsOfSamePerson = {
  samePerson: { icon: UserRoundCheck, ...answers("same") },
  twoPeople: { icon: UserRoundX, ...answers("two") },
  goCustomers: { icon: ContactRound, run: ({ visit }: Hands) => visit("/customers") },
} satisfies Record<string, Deed>;

function answers(verdict: "same" | "two") {
  return {
    may: (me: Hands["desk"]["me"]) => me.role !== "observer" && me.role !== "junior",
    run: (_: Hands, row: ListedRow | null) => {
      if (row) document.querySelector<HTMLButtonElement>(`[data-same-person="${verdict}"]`)?.click();
    },
  };
}
