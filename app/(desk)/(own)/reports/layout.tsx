import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { pick, translator } from "@/app/_server/words";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { MoreWords } from "@/app/_ui/words";
import { can } from "@/lib/access";

/** What everybody may read, whoever reads the reports: one's own figures, and what each of them means. */
export default async function OwnReportsLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor("/reports/me");
  const language = await locale(actor.language);
  const t = translator(language, "reports");
  const isReader = can(actor, "report.read");
  return (
    <MoreWords messages={pick(language, ["reports", "charts", "metrics"])}>
      <main className="scrolls min-w-0 flex-1 bg-canvas print:overflow-visible print:bg-surface">
        <div className="mx-auto flex max-w-290 flex-col px-6 pt-5 pb-12 max-desk:px-4 print:max-w-none print:p-0">
          <Go
            href={isReader ? "/reports/now" : "/queue"}
            className={`flex h-7 items-center gap-1.5 self-start text-ink-2 hover:text-ink max-desk:h-11 print:hidden ${isReader ? "" : "desk:hidden"}`}
          >
            <Icon of={ArrowLeft} size={14} />
            {t(isReader ? "title" : "toQueue")}
          </Go>
          {children}
        </div>
      </main>
    </MoreWords>
  );
}
