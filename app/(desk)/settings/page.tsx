import { redirect } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { can } from "@/lib/access";

export default async function SettingsPage() {
  const actor = await requireActor("/settings");
  redirect(can(actor, "channel.read") ? "/settings/channels" : "/settings/profile");
}
