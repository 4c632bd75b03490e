import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { can } from "@/lib/access";
import { listRequests } from "@/lib/privacy/list-requests";
import { RequestList } from "./request-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "privacy")("title") };
}

export default async function PrivacyPage() {
  const actor = await requireActor("/privacy");
  if (!can(actor, "privacy.handle")) notFound();
  return <RequestList open={(await listRequests(actor, { state: "open" })).items} />;
}
