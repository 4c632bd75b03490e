import { redirect } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { can } from "@/lib/access";

/** Everybody's figures for whoever may read them, one's own for everybody else. */
export default async function ReportsPage() {
  const actor = await requireActor("/reports");
  redirect(can(actor, "report.read") ? "/reports/now" : "/reports/me");
}
