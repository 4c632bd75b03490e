import { ChartNoAxesColumn } from "lucide-react";
import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { buttonClass } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Go } from "@/app/_ui/go";
import { can } from "@/lib/access";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "reports")("title") };
}

/** Where a report leads whoever may not read it: a sentence, and the figures that are theirs. */
export default async function ForManagersPage() {
  const actor = await requireActor("/reports");
  const t = translator(await locale(actor.language), "reports");
  return (
    <EmptyState
      icon={ChartNoAxesColumn}
      title={t("forManagers.title")}
      actions={
        can(actor, "conversation.reply") ? (
          <Go href="/reports/me" className={buttonClass("outline")}>
            {t("pages.me")}
          </Go>
        ) : null
      }
    >
      {t("forManagers.text")}
    </EmptyState>
  );
}
