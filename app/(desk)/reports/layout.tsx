import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { pick } from "@/app/_server/words";
import { MoreWords } from "@/app/_ui/words";
import { can } from "@/lib/access";
import { factsLag } from "@/lib/facts/lag";
import { Counting } from "./counting";
import { ReportsNav } from "./reports-nav";

/** What managers read, and print: one page below the other, nothing beside it. */
export default async function ReportsLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor("/reports");
  if (!can(actor, "report.read")) redirect("/reports/for-managers");
  const language = await locale(actor.language);
  return (
    <MoreWords messages={pick(language, ["reports", "charts", "metrics", "leaks", "spikes"])}>
      <main className="scrolls min-w-0 flex-1 bg-canvas print:overflow-visible print:bg-surface">
        <div className="mx-auto flex max-w-290 flex-col px-6 pt-5 pb-12 max-desk:px-4 print:max-w-none print:p-0">
          <ReportsNav />
          <Counting lag={await factsLag()} />
          {children}
        </div>
      </main>
    </MoreWords>
  );
}
