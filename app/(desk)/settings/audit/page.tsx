import { History } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { readAudit } from "@/lib/audit/read-audit";
import { AuditLines } from "./audit-lines";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.audit") };
}

/** Who changed what about the house. */
export default async function AuditPage() {
  const actor = await requireActor("/settings/audit");
  if (!can(actor, "audit.read")) notFound();
  const t = translator(await locale(actor.language), "settings.audit");
  const first = await readAudit(actor, { cursor: null });
  return (
    <>
      <PageHead title={t("title")} text={t("text")} />
      {first.items.length === 0 ? (
        <EmptyState icon={History} title={t("empty")} />
      ) : (
        <AuditLines key={first.items[0]?.id} first={first} />
      )}
    </>
  );
}
