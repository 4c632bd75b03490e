import type { ReactNode } from "react";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { pick } from "@/app/_server/words";
import { MoreWords } from "@/app/_ui/words";
import { can } from "@/lib/access";
import { SettingsNav } from "./settings-nav";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor("/settings");
  const language = await locale(actor.language);
  return (
    <MoreWords messages={pick(language, ["settings", "auth"])}>
      <div className="flex min-w-0 flex-1 bg-surface max-desk:flex-col">
        <SettingsNav
          pages={[
            ...(can(actor, "channel.read") ? (["channels"] as const) : []),
            ...(can(actor, "inbound.read") ? (["parked"] as const) : []),
            ...(can(actor, "team.read") ? (["team"] as const) : []),
            "profile",
          ]}
        />
        <main className="scrolls min-w-0 flex-1">
          <div className="mx-auto max-w-180 px-6 py-6 max-desk:px-4">{children}</div>
        </main>
      </div>
    </MoreWords>
  );
}
