import type { ReactNode } from "react";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { pick } from "@/app/_server/words";
import { MoreWords } from "@/app/_ui/words";
import { type Actor, can } from "@/lib/access";
import { type SettingsGroup, SettingsNav } from "./settings-nav";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor("/settings");
  const language = await locale(actor.language);
  return (
    <MoreWords messages={pick(language, ["settings", "auth", "notices", "hours", "channels"])}>
      <div className="flex min-w-0 flex-1 bg-surface max-desk:flex-col">
        <SettingsNav groups={groupsOf(actor)} />
        <main className="scrolls min-w-0 flex-1">
          <div className="mx-auto max-w-180 px-6 py-6 max-desk:px-4">{children}</div>
        </main>
      </div>
    </MoreWords>
  );
}

/** What a screen would refuse is not offered. */
function groupsOf(actor: Actor): SettingsGroup[] {
  return [
    {
      name: "customers",
      pages: [
        ...(can(actor, "channel.read") ? (["channels"] as const) : []),
        ...(can(actor, "inbound.read") ? (["parked"] as const) : []),
        ...(can(actor, "conversation.triage") ? (["blocks"] as const) : []),
        ...(can(actor, "rule.read") ? (["rules"] as const) : []),
        ...(can(actor, "signal.edit") ? (["signals"] as const) : []),
        ...(can(actor, "cue.edit") ? (["phrases"] as const) : []),
        ...(can(actor, "channel.read") ? (["brands", "schedules", "targets"] as const) : []),
        ...(can(actor, "gesture.limit") ? (["gestures"] as const) : []),
        ...(can(actor, "report.edit") ? (["satisfaction", "contact-reasons", "marked-dates"] as const) : []),
        ...(can(actor, "saved_reply.edit") ? (["saved-replies", "macros"] as const) : []),
        ...(can(actor, "notice.edit") ? (["notices"] as const) : []),
      ],
    },
    {
      name: "house",
      pages: [
        ...(can(actor, "team.read") ? (["people", "teams", "on-call"] as const) : []),
        ...(can(actor, "organisation.edit") ? (["organisation"] as const) : []),
        ...(can(actor, "audit.read") ? (["audit"] as const) : []),
      ],
    },
    { name: "me", pages: ["profile", "notifications"] },
  ];
}
