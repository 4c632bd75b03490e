import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { readProfile } from "@/lib/agents/list-agents";
import { KeySettings } from "./key-settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings.keys")("title") };
}

/** Which key does what, for me. */
export default async function KeysPage() {
  const actor = await requireActor("/settings/profile/keys");
  const { ownKeys } = await readProfile(actor);
  return <KeySettings ownKeys={ownKeys} />;
}
